"""What pytest does not collect here: ``teacher.py`` needs PyTorch, which only training installs."""

collect_ignore = ["teacher.py"]
