"""Run a command as the daemon does, `python -P -m tracker`: safe from a stranger's config.py in the current folder."""

from tracker.cli.app import main

if __name__ == "__main__":
    main()
