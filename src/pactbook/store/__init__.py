"""The record file: tables, migrations, reading and writing."""
