"""Runs command lines of ``kg``, given as JSON, in one process; prints exit codes and output."""

import json
import sys

from click.testing import CliRunner

from kg.cli import main


def run(line: list[str]) -> dict[str, object]:
    """What the command line answers, and with which exit code."""
    result = CliRunner().invoke(main, line)
    return {"code": result.exit_code, "output": result.output}


if __name__ == "__main__":
    print(json.dumps([run(line) for line in json.loads(sys.argv[1])]))
