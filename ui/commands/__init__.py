"""The subcommands of `greenroom`, one module each: thin wrappers over the library, slow imports inside `run`."""
