"""The accepted-findings file: what is known and does not fail the gate.

Findings are known by their fingerprints, which hold the words around them and neither path nor line, so
that an edit elsewhere, or a file moved, breaks none.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from numcheck.errors import ConfigError
from numcheck.model import Finding

__all__ = ["load_baseline", "mark_known", "write_baseline"]

VERSION = 1


def load_baseline(file: Path) -> frozenset[str]:
    """The fingerprints that a file accepts.

    Raises ConfigError where it cannot be read or is no such file.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            raise ConfigError(
                f"{file}: version {content['version']} of the accepted findings is not known; "
                "write it anew with `numcheck baseline write`"
            )
        return frozenset(entry["fingerprint"] for entry in content["findings"])
    except OSError as error:
        raise ConfigError(
            f"{file}: {(error.strerror or str(error)).lower()}; write it with `numcheck baseline write`"
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ConfigError(
            f"{file}: no file of accepted findings; write it anew with `numcheck baseline write`"
        ) from error


def mark_known(findings: Iterable[Finding], accepted: frozenset[str]) -> Iterator[Finding]:
    """The findings, those that are accepted marked as known."""
    for finding in findings:
        yield replace(finding, known=finding.fingerprint in accepted)


def write_baseline(file: Path, findings: Iterable[Finding]) -> int:
    """Writes a file that accepts ``findings``, in one step, and returns how many they are.

    Raises ConfigError where it cannot be written.
    """
    entries = [
        {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "article": finding.article,
            "message": finding.message,
        }
        for finding in findings
    ]
    content = json.dumps({"version": VERSION, "findings": entries}, indent=2, ensure_ascii=False)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=file.parent, prefix=f".{file.name}.", delete=False
        ) as stream:
            stream.write(content + "\n")
        # Readable for everyone who may read the folder, as any file of a repository is.
        os.chmod(stream.name, 0o644)
        os.replace(stream.name, file)
    except OSError as error:
        raise ConfigError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    return len(entries)
