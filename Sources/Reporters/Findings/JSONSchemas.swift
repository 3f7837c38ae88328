/// The JSON Schemas of what this program writes, for validation and for completion in editors.
package enum JSONSchemas {
    /// Version 1 of the JSON report. Closed: a key that is not described here is a mistake of ours.
    package static let report = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:contractlint:json-schema:report:1",
          "title": "ContractLint report, version 1",
          "description": "What one run of contractlint found. Keys that do not apply are left out.",
          "type": "object",
          "additionalProperties": false,
          "required": ["version", "tool", "summary", "findings"],
          "properties": {
            "version": {
              "description": "The version of this format. A later version may remove keys or change their meaning.",
              "const": 1
            },
            "tool": {
              "description": "The program that wrote the report.",
              "type": "object",
              "additionalProperties": false,
              "required": ["name", "version"],
              "properties": {
                "name": {"const": "contractlint"},
                "version": {"description": "The program's version.", "type": "string"}
              }
            },
            "summary": {
              "description": "The counts.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "files", "contracts", "products", "errors", "warnings", "infos", "suppressed", "waived"
              ],
              "properties": {
                "files": {
                  "description": "Files that hold at least one document or finding.",
                  "$ref": "#/$defs/count"
                },
                "contracts": {"description": "Contracts that were checked.", "$ref": "#/$defs/count"},
                "products": {"description": "Data products that were checked.", "$ref": "#/$defs/count"},
                "errors": {"description": "Findings of severity error.", "$ref": "#/$defs/count"},
                "warnings": {"description": "Findings of severity warning.", "$ref": "#/$defs/count"},
                "infos": {"description": "Findings of severity info.", "$ref": "#/$defs/count"},
                "suppressed": {
                  "description": "Findings left out because a comment in the file suppresses them.",
                  "$ref": "#/$defs/count"
                },
                "waived": {
                  "description": "Findings left out because a waiver accepts them.",
                  "$ref": "#/$defs/count"
                }
              }
            },
            "findings": {
              "description": "What was found, in the order of file, place and rule.",
              "type": "array",
              "items": {"$ref": "#/$defs/finding"}
            },
            "comparisons": {
              "description": "Of 'breaking': each contract that differs from its earlier version, and what the changes ask of its version.",
              "type": "array",
              "minItems": 1,
              "items": {"$ref": "#/$defs/comparison"}
            },
            "excepted": {
              "description": "What was found and does not count, each with what hides it. Of a rule at most a thousand and one in a file.",
              "type": "array",
              "minItems": 1,
              "items": {"$ref": "#/$defs/finding"}
            },
            "baseline": {
              "description": "What has become of the findings that were known. Present only where a baseline or an earlier version was asked.",
              "type": "object",
              "additionalProperties": false,
              "required": ["known", "gone"],
              "properties": {
                "known": {"description": "Findings left out because they were known.", "$ref": "#/$defs/count"},
                "gone": {
                  "description": "Entries of the baseline that are not found any more.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["fingerprint", "rule", "message"],
                    "properties": {
                      "fingerprint": {"type": "string"},
                      "rule": {"type": "string"},
                      "contract": {"type": "string"},
                      "file": {"type": "string"},
                      "element": {"type": "string"},
                      "message": {"type": "string"}
                    }
                  }
                }
              }
            },
            "failures": {
              "description": "What went wrong with the run itself, such as an unreadable file. Present only when the run was incomplete (exit code 2).",
              "type": "array",
              "minItems": 1,
              "items": {"$ref": "#/$defs/failure"}
            }
          },
          "$defs": {
            "count": {"type": "integer", "minimum": 0},
            "file": {
              "description": "Relative to the working folder; '/' separates folders.",
              "type": "string"
            },
            "finding": {
              "description": "One thing that is wrong.",
              "type": "object",
              "additionalProperties": false,
              "required": ["rule", "severity", "message", "file", "range", "fingerprint"],
              "properties": {
                "rule": {"description": "The rule's id: pack/name.", "type": "string"},
                "severity": {"description": "How grave it is.", "enum": ["error", "warning", "info"]},
                "enforcement": {
                  "description": "Advisory: it fails no run. Mandatory: no waiver hides it. Absent: waivable.",
                  "enum": ["advisory", "mandatory"]
                },
                "message": {"description": "What is wrong, in one sentence.", "type": "string"},
                "file": {"$ref": "#/$defs/file"},
                "range": {"$ref": "#/$defs/range"},
                "route": {
                  "description": "JSON Pointer (RFC 6901) of the value, from the root of its document.",
                  "type": "string",
                  "pattern": "^(/([^/~]|~[01])*)*$"
                },
                "contract": {"description": "The id of the contract or data product.", "type": "string"},
                "element": {
                  "description": "The path of names, such as orders.customer_email or server:prod. Absent when the finding is about the document.",
                  "type": "string"
                },
                "clause": {
                  "description": "The clause that failed, of a rule with several.",
                  "type": "string"
                },
                "help": {"description": "What to do about it.", "type": "string"},
                "related": {
                  "description": "Other places that explain the finding, such as the earlier of two duplicates.",
                  "type": "array",
                  "minItems": 1,
                  "items": {"$ref": "#/$defs/relatedPlace"}
                },
                "fingerprint": {
                  "description": "Unique in a report, and stable when lines move: depends on rule, contract, clause, element and what was found.",
                  "type": "string"
                },
                "layer": {
                  "description": "The governance layer the rule came from, such as organisation.",
                  "type": "string"
                },
                "provenance": {
                  "description": "How the rule came to hold here.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["pack", "enforcement", "lock"],
                  "properties": {
                    "pack": {"description": "The id of the rule's pack.", "type": "string"},
                    "version": {
                      "description": "The pack's version. Absent for rules that are part of the program.",
                      "type": "string"
                    },
                    "digest": {
                      "description": "SHA-256 of the pack's file.",
                      "type": "string",
                      "pattern": "^[0-9a-f]{64}$"
                    },
                    "layer": {"description": "The layer that brought the pack.", "type": "string"},
                    "enforcement": {
                      "description": "Whether findings fail a run and can be waived.",
                      "enum": ["advisory", "waivable", "mandatory"]
                    },
                    "lock": {
                      "description": "What a lower layer may change.",
                      "enum": ["open", "tighten", "sealed"]
                    },
                    "changes": {
                      "description": "What layers have changed, the highest first.",
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "type": "object",
                        "additionalProperties": false,
                        "required": ["layer", "change"],
                        "properties": {
                          "layer": {"description": "Who changed it.", "type": "string"},
                          "change": {"description": "What, as in 'severity: warning → error'.", "type": "string"}
                        }
                      }
                    }
                  }
                },
                "url": {"description": "Where to read more.", "type": "string"},
                "exception": {
                  "description": "What hides the finding, or was meant to.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["kind", "note"],
                  "properties": {
                    "kind": {"enum": ["waiver", "suppression", "baseline"]},
                    "void": {"description": "It has no effect: the finding counts.", "const": true},
                    "note": {"description": "Reason, approval, or why it has no effect.", "type": "string"},
                    "file": {"$ref": "#/$defs/file"},
                    "range": {"$ref": "#/$defs/range"}
                  }
                },
                "change": {
                  "description": "For findings about a change between two versions: the change, as in 'changes' of 'contractlint diff --format json'.",
                  "type": "object"
                }
              }
            },
            "relatedPlace": {
              "description": "A place that explains a finding.",
              "type": "object",
              "additionalProperties": false,
              "required": ["file", "range", "message"],
              "properties": {
                "file": {"$ref": "#/$defs/file"},
                "range": {"$ref": "#/$defs/range"},
                "message": {"description": "What the place has to do with the finding.", "type": "string"}
              }
            },
            "range": {
              "description": "From the first character to the one behind the last.",
              "type": "object",
              "additionalProperties": false,
              "required": ["start", "end"],
              "properties": {
                "start": {"$ref": "#/$defs/position"},
                "end": {"$ref": "#/$defs/position"}
              }
            },
            "position": {
              "description": "Lines and columns start at 1; columns count Unicode scalars.",
              "type": "object",
              "additionalProperties": false,
              "required": ["line", "column"],
              "properties": {
                "line": {"type": "integer", "minimum": 1},
                "column": {"type": "integer", "minimum": 1}
              }
            },
            "comparison": {
              "description": "A contract and its earlier version.",
              "type": "object",
              "additionalProperties": false,
              "required": ["old", "new", "minimumBump"],
              "properties": {
                "contract": {"description": "The id of the contract.", "type": "string"},
                "old": {"$ref": "#/$defs/version"},
                "new": {"$ref": "#/$defs/version"},
                "minimumBump": {
                  "description": "The least bump that the changes demand.",
                  "$ref": "#/$defs/bump"
                },
                "declaredBump": {
                  "description": "The bump from the old version to the new one. Absent where one of them is no semantic version, or it went down.",
                  "$ref": "#/$defs/bump"
                },
                "suggestedVersion": {"description": "The next version that is enough.", "type": "string"}
              }
            },
            "version": {
              "description": "One of two versions of a contract.",
              "type": "object",
              "additionalProperties": false,
              "required": ["file"],
              "properties": {
                "file": {"description": "The file, of a git revision with its name before it: main:orders.odcs.yaml.", "type": "string"},
                "id": {"description": "The id of the contract.", "type": "string"},
                "version": {"description": "Its version.", "type": "string"}
              }
            },
            "bump": {"enum": ["major", "minor", "patch", "none"]},
            "failure": {
              "description": "Something that went wrong with the run itself.",
              "type": "object",
              "additionalProperties": false,
              "required": ["message"],
              "properties": {
                "file": {"$ref": "#/$defs/file"},
                "position": {"$ref": "#/$defs/position"},
                "message": {"description": "What went wrong.", "type": "string"}
              }
            }
          }
        }

        """#
}
