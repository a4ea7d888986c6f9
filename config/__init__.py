"""Declare what is followed: sources, initiatives, bodies and words, as YAML facts."""

from config.error import ConfigError
from config.load import Config, load
from config.settings import Settings

__all__ = ["Config", "ConfigError", "Settings", "load"]
