"""The command line: options, one library call, a message."""

from verbale.cli.app import main

__all__ = ["main"]
