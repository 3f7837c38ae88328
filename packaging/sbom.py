"""The bill of materials of the executable, in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/)."""

import json
import re
import subprocess
import time
import uuid

from project import HOME, LICENSE, NAME, ROOT, machine, moment, version


def sbom(executable_digest: str) -> bytes:
    own = {"type": "application", "bom-ref": NAME, "name": NAME, "version": version(),
           "licenses": [{"license": {"id": LICENSE}}], "externalReferences": [{"type": "vcs", "url": HOME}],
           "hashes": [{"alg": "SHA-256", "content": executable_digest}]}
    parts = _packages() + _libraries()
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment()))
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"{HOME}/{version()}/{machine()}/{executable_digest}")
    return (json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1,
        "metadata": {"timestamp": made, "component": own}, "components": parts,
        "dependencies": [{"ref": NAME, "dependsOn": sorted(part["bom-ref"] for part in parts)}],
    }, indent=2, ensure_ascii=False) + "\n").encode()


def _packages() -> list[dict]:
    """The Swift packages, as the build resolved them."""
    resolved = json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))
    parts = []
    for pin in resolved["pins"]:
        number = pin["state"].get("version", pin["state"]["revision"])
        place = re.sub(r"^https?://|\.git$", "", pin["location"])
        parts.append({"type": "library", "bom-ref": pin["identity"], "name": pin["identity"], "version": number,
                      "purl": f"pkg:swift/{place}@{number}"})
    return sorted(parts, key=lambda part: part["name"])


def _libraries() -> list[dict]:
    """What is linked in beside them: from Debian's packages, and from the Swift toolchain."""
    parts = []
    for pattern in ("libyaml-dev", "libre2-dev", "libc6-dev", "libstdc++-*-dev"):
        installed = [line.split(" ") for line in _lines("dpkg-query", "-W", "-f", "${Package} ${Version}\n", pattern)]
        for name, number in [pair for pair in installed if pair[1:] and pair[1]][-1:]:
            parts.append({"type": "library", "bom-ref": name, "name": name, "version": number,
                          "purl": f"pkg:deb/debian/{name.replace('+', '%2B')}@{number.replace('+', '%2B')}"})
    swift = re.search(r"Swift version (\S+)", "\n".join(_lines("swift", "--version")))
    if swift:
        parts.append({"type": "framework", "bom-ref": "swift", "name": "swift", "version": swift[1]})
    return parts


def _lines(*command: str) -> list[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    except FileNotFoundError:
        return []
