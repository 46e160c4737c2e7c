"""Plugins that are loaded by the tests of the plugin door, good ones and bad ones."""
