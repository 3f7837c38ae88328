// Made from rules/*.yaml by `contractlint-dev generate`. Do not edit.

/// The standard rule packs as their files write them, by name.
enum StandardPackTexts {
    static let all: [(name: String, text: String)] = [
        (
            "compliance",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: compliance
            version: 1.0.0
            owner: contractlint
            description: The contract answers what an auditor asks about retention, legal basis, place and critical data.
            rules:
              - id: retention-declared
                summary: A contract on personal data says how long the data is kept.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: retention
                where: >-
                  filled(personalProperties(contract))
                    && !(filled(contract.status) && contract.status.lowerAscii() in params.exempt)
                params:
                  exempt: {value: [proposed, draft, in development, development], tighten: subset}
                require: filled(sla(contract, "retention"))
                at: contract.slaProperties
                message: "`{contract.path}` holds personal data, but the contract does not say how long the data is kept"
                remedy:
                  ODCS: >-
                    Add to `{key(contract.slaProperties)}`: `{property: retention, value: 3, unit: y}`, with your own number.
                  DCS: >-
                    Write `{key(sla(contract, "retention").value, "3y")}`, with your own number.
                rationale: >-
                  Data without an end is kept for ever, which the law forbids for personal data. Consumers must also know how far back
                  they can look.
                references:
                  - GDPR Art. 5(1)(e)
                  - "ISO/IEC 27001:2022 A.5.33"
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {property: {name: email, tags: [pii]}}
                    - {note: another promise, property: {name: email, tags: [pii]}, sla: {property: latency, value: 4, unit: h}}
                    - {note: retired data is kept too, contract: {status: retired}, property: {name: email, tags: [pii]}}
                    - note: no status
                      yaml: |
                        apiVersion: v3.2.0
                        kind: DataContract
                        id: orders
                        version: 1.0.0
                        schema: [{name: orders, properties: [{name: email, tags: [pii]}]}]
                  pass:
                    - {property: {name: email, tags: [pii]}, sla: {property: retention, value: 3, unit: y}}
                    - {note: no personal data, property: {name: total}}
                    - {note: a draft may leave it open, contract: {status: Draft}, property: {name: email, tags: [pii]}}
                    - {contract: {status: proposed}, property: {name: email, tags: [pii]}}
                    - {contract: {status: in development}, property: {name: email, tags: [pii]}}
                    - {contract: {status: development}, property: {name: email, tags: [pii]}}

              - id: retention-limit
                summary: Personal data is kept no longer than the organisation allows.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: sla
                where: >-
                  sla.property.lowerAscii() == "retention" && filled(duration(sla))
                    && filled(personalProperties(contract))
                params:
                  maximumDays: {value: 3650, tighten: max}
                require: duration(sla).getHours() <= params.maximumDays * 24
                at: sla.value
                message: >-
                  `{contract.path}` keeps personal data for longer than {params.maximumDays} days: {sla.value} {sla.unit}
                remedy: Shorten the retention. If a law asks for the longer period, ask for a waiver and name the law in it.
                rationale: >-
                  Personal data may be kept no longer than its purpose needs. Ten years cover the usual duties of commercial and tax
                  law; what is longer needs a reason.
                references: [GDPR Art. 5(1)(e), GDPR Art. 17, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - note: some of it only
                      object: {name: orders, properties: [{name: total}, {name: email, tags: [pii]}]}
                      sla: {property: retention, value: 11, unit: y}
                    - {property: {name: email, tags: [pii]}, sla: {property: retention, value: 3651, unit: d}}
                    - note: upper and lower case are the same
                      property: {name: email, tags: [pii]}
                      sla: {property: Retention, value: 11, unit: y}
                    - note: a shorter limit
                      params: {maximumDays: 30}
                      property: {name: email, tags: [pii]}
                      sla: {property: retention, value: 721, unit: h}
                  pass:
                    - {note: just as long as allowed, property: {name: email, tags: [pii]}, sla: {property: retention, value: 3650, unit: d}}
                    - {note: no personal data, property: {name: total}, sla: {property: retention, value: 30, unit: y}}
                    - {note: another promise, property: {name: email, tags: [pii]}, sla: {property: latency, value: 30, unit: y}}
                    - {note: not to be computed, property: {name: email, tags: [pii]}, sla: {property: retention, value: unlimited}}
                    - note: days and hours are the same
                      params: {maximumDays: 30}
                      property: {name: email, tags: [pii]}
                      sla: {property: retention, value: 720, unit: h}

              - id: legal-basis
                summary: A contract on personal data names the legal basis of its processing.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: legal basis
                where: filled(personalProperties(contract))
                params:
                  property: {value: legalBasis}
                require: filled(custom(contract, params.property))
                at: contract.customProperties
                message: "`{contract.path}` holds personal data, but the contract does not name the legal basis for it"
                remedy: >-
                  Add to `{key(contract.customProperties)}`: `{property: legalBasis, value: contract}`. The value is one of
                  consent, contract, legal obligation, vital interests, public task and legitimate interests.
                rationale: >-
                  Personal data may be processed on one of six grounds only. Which one it is decides whether a consumer may use it
                  for another purpose.
                references: [GDPR Art. 6(1), GDPR Art. 30, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - note: some of it only
                      object: {name: orders, properties: [{name: total}, {name: email, tags: [pii]}]}
                    - {property: {name: email, tags: [pii]}}
                    - note: another custom property
                      contract: {customProperties: [{property: dataResidency, value: EU}]}
                      property: {name: email, tags: [pii]}
                  pass:
                    - contract: {customProperties: [{property: legalBasis, value: contract}]}
                      property: {name: email, tags: [pii]}
                    - {note: no personal data, property: {name: total}}

              - id: residency
                summary: A contract on personal data says where in the world it is kept.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: residency
                where: filled(personalProperties(contract))
                params:
                  property: {value: dataResidency}
                require: filled(custom(contract, params.property))
                at: contract.customProperties
                message: "`{contract.path}` holds personal data, but the contract does not say where in the world it is kept"
                remedy: >-
                  Add to `{key(contract.customProperties)}`: `{property: dataResidency, value: EU}`, with your country or region.
                rationale: >-
                  Whether personal data may leave a country depends on where it is. The region of one server does not tell: copies and
                  backups may lie elsewhere.
                references: [GDPR Art. 44, GDPR Art. 30(1)(e), "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - note: some of it only
                      object: {name: orders, properties: [{name: total}, {name: email, tags: [pii]}]}
                    - {property: {name: email, tags: [pii]}}
                    - note: another custom property
                      contract: {customProperties: [{property: legalBasis, value: contract}]}
                      property: {name: email, tags: [pii]}
                  pass:
                    - contract: {customProperties: [{property: dataResidency, value: EU}]}
                      property: {name: email, tags: [pii]}
                    - {note: no personal data, property: {name: total}}

              - id: critical-element-governed
                summary: A critical data element is classified and linked to its definition.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: property.criticalDataElement == true
                require:
                  classified: filled(property.classification) || isPersonal(property)
                  defined: filled(property.authoritativeDefinitions)
                at: property.criticalDataElement
                message:
                  classified: "`{property.path}` is a critical data element, but has no classification"
                  defined: "`{property.path}` is a critical data element, but is linked to no authoritative definition"
                remedy: >-
                  Set `{key(property.classification)}`, and add to `{key(property.authoritativeDefinitions)}` an entry with `type:
                  businessDefinition` and its `url` in your glossary.
                rationale: >-
                  Critical data elements go into reports that regulators and boards rely on. What they mean, and who may see them, must
                  not be left open.
                references:
                  - "BCBS 239, principles 3 and 4"
                  - "ODCS 3.1, Schema"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"
                examples:
                  fail:
                    - {property: {name: total, criticalDataElement: true}, clauses: [classified, defined]}
                    - {property: {name: total, criticalDataElement: true, classification: internal}, clauses: [defined]}
                    - note: linked, but open to whom
                      property:
                        name: total
                        criticalDataElement: true
                        authoritativeDefinitions: [{type: businessDefinition, url: "https://acme.example/glossary/total"}]
                      clauses: [classified]
                  pass:
                    - property:
                        name: total
                        criticalDataElement: true
                        classification: internal
                        authoritativeDefinitions: [{type: businessDefinition, url: "https://acme.example/glossary/total"}]
                    - note: the classification of personal data is another rule's
                      property:
                        name: email
                        tags: [pii]
                        criticalDataElement: true
                        authoritativeDefinitions: [{type: businessDefinition, url: "https://acme.example/glossary/email"}]
                    - {note: not critical, property: {name: total, criticalDataElement: false}}
                    - {note: nothing said, property: {name: total}}

            """##
        ),
        (
            "documentation",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: documentation
            version: 1.0.0
            owner: contractlint
            description: Whoever finds the data can tell what it is, what it is for, and what it is not for.
            rules:
              - id: purpose-present
                summary: A contract says what the data is for.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: purpose
                require:
                  present: filled(contract.description.purpose)
                  meaningful: '!filled(contract.description.purpose) || meaningful(contract.description.purpose, contract.path)'
                at: contract.description
                message:
                  present: "the contract `{contract.path}` does not say what the data is for"
                  meaningful: "the purpose of the contract `{contract.path}` tells the reader nothing: {contract.description.purpose}"
                remedy: >-
                  Say in one or two sentences under `{key(contract.description.purpose)}` what the data is and what it was made
                  for.
                rationale: >-
                  The purpose tells consumers whether the data fits their question. For personal data it also limits what may be
                  done with it.
                references:
                  - "ODCS 3.1, Fundamentals"
                  - GDPR Art. 5(1)(b)
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"
                examples:
                  fail:
                    - {contract: {tenant: acme}, clauses: [present]}
                    - note: other parts of the description do not replace it
                      contract: {description: {usage: Join on order_id.}}
                      clauses: [present]
                    - {note: a placeholder is no purpose, contract: {description: {purpose: TODO}}, clauses: [meaningful]}
                    - {note: the name again, contract: {name: Orders, description: {purpose: Orders}}, clauses: [meaningful]}
                  pass:
                    - {contract: {description: {purpose: Every order that the shop accepted, for billing and reporting.}}}

              - id: limitations-present
                summary: A contract says what the data must not or cannot be used for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: limitations
                require: filled(contract.description.limitations)
                at: contract.description
                message: "the contract `{contract.path}` does not say what the data must not or cannot be used for"
                remedy: >-
                  Write under `{key(contract.description.limitations)}` what is missing, inexact or forbidden. If nothing is,
                  write that.
                rationale: What the provider knows but does not write down, each consumer finds out alone and too late.
                references: ["ODCS 3.1, Fundamentals", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - {contract: {description: {purpose: Orders for billing., usage: Join on order_id.}}}
                  pass:
                    - {contract: {description: {limitations: Test orders are left out.}}}

              - id: usage-present
                summary: A contract says how the data is best used.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: usage
                require: filled(contract.description.usage)
                at: contract.description
                message: "the contract `{contract.path}` does not say how the data is best used"
                remedy: >-
                  Write under `{key(contract.description.usage)}` how to read and join the data: keys, filters, roles, times to
                  avoid.
                rationale: A hint on keys, filters and load times spares each consumer a day.
                references: ["ODCS 3.1, Fundamentals", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - {contract: {description: {purpose: Orders for billing., limitations: None.}}}
                  pass:
                    - {contract: {description: {usage: Join order lines on order_id.}}}

              - id: object-described
                summary: An object has a description that says something.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: object
                topic: description
                require:
                  described: filled(object.description)
                  meaningful: '!filled(object.description) || meaningful(object.description, object.name)'
                at: object.description
                message:
                  described: "`{object.path}` has no description"
                  meaningful: "the description of `{object.path}` adds nothing to its name: {object.description}"
                remedy: >-
                  Write under `{key(object.description)}` what one record stands for and which records are there.
                rationale: The name of a table rarely says which records it holds. Consumers who guess count wrong.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {object: {name: orders}, clauses: [described]}
                    - {note: blank, object: {name: orders, description: " "}, clauses: [described]}
                    - {note: the name again, object: {name: orders, description: Orders}, clauses: [meaningful]}
                    - {object: {name: orders, description: TBD}, clauses: [meaningful]}
                  pass:
                    - {object: {name: orders, description: Accepted orders with their totals.}}

              - id: property-described
                summary: A property has a description.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: property
                topic: description
                where: filled(property.name)
                require: filled(property.description)
                at: property.name
                message: "`{property.path}` has no description"
                remedy: >-
                  Write under `{key(property.description)}` what a value means, in which unit it is, and when it is missing.
                rationale: Without a description each reader guesses what the column means, and not all guess the same.
                references: ["ODCS 3.1, Schema", "ISO/IEC 11179-4", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {property: {name: total_amount, logicalType: number}}
                    - {note: blank, property: {name: total_amount, description: "  "}}
                    - note: deep inside too
                      property: {name: buyer, description: Who bought it., logicalType: object, properties: [{name: segment}]}
                  pass:
                    - {property: {name: total_amount, description: The sum of all lines including tax.}}
                    - note: the items of an array have no name, so the array describes them
                      property: {name: labels, description: Words on the parcel., logicalType: array, items: {logicalType: string}}

              - id: description-meaningful
                summary: A description of a property says more than its name.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: filled(property.description)
                require: meaningful(property.description, property.name)
                at: property.description
                message: "the description of `{property.path}` adds nothing to its name: {property.description}"
                remedy: Write what the name does not tell, such as what a value means, its unit, its source, or when it is missing.
                rationale: A description that repeats the name passes every check for presence and helps nobody.
                references: ["ISO/IEC 11179-4", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {note: the name again, property: {name: order_status, description: order_status}}
                    - {note: the name with an article and capitals, property: {name: order_status, description: The Order Status.}}
                    - {note: a placeholder, property: {name: order_status, description: TODO}}
                    - {property: {name: order_status, description: n/a}}
                    - {property: {name: order_status, description: "-"}}
                  pass:
                    - {property: {name: order_status, description: "Where the order stands, from acceptance to completion."}}
                    - {note: none at all is another rule, property: {name: order_status}}

              - id: definitions-linked
                summary: An object is linked to its business definition.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                topic: authoritative definition
                require: filled(object.authoritativeDefinitions)
                at: object.name
                message: "`{object.path}` is linked to no authoritative definition"
                remedy: >-
                  Add an entry to `{key(object.authoritativeDefinitions)}` with `type: businessDefinition` and its `url` in your
                  glossary.
                rationale: >-
                  Two domains can mean two things by one word. A link to the glossary shows which of them is meant.
                references: ["ODCS 3.1, Authoritative definitions", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {object: {name: orders, description: Accepted orders.}}
                  pass:
                    - object:
                        name: orders
                        authoritativeDefinitions: [{type: businessDefinition, url: "https://acme.example/glossary/order"}]

              - id: coverage
                summary: As many properties of an object are described as the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: params.minimum > 0
                params:
                  minimum: {value: 0, tighten: min, description: in percent; 0 asks for none}
                require: >-
                  allProperties(object).all(p, filled(p.description) || !filled(p.name))
                    || allProperties(object).filter(p, filled(p.name) && filled(p.description)).size() * 100
                      >= allProperties(object).filter(p, filled(p.name)).size() * params.minimum
                at: object.name
                message: >-
                  {allProperties(object).filter(p, filled(p.name) && filled(p.description)).size()} of
                  {allProperties(object).filter(p, filled(p.name)).size()} properties of `{object.path}` are described, less than
                  {params.minimum} %
                remedy: Describe the properties that have no description, first those that consumers ask about most.
                rationale: >-
                  A team can plan and track a percentage more easily than a long list of single gaps. Whoever asks for it turns
                  documentation/property-described off.
                references: ["ISO/IEC 25012:2008", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - note: three of four
                      params: {minimum: 80}
                      object:
                        name: orders
                        properties:
                          - {name: order_id, description: Identifies the order.}
                          - {name: ordered_at, description: When the shop accepted it.}
                          - {name: total, description: The sum of all lines.}
                          - {name: state}
                    - note: what the items are does not describe the list
                      params: {minimum: 80}
                      object:
                        name: orders
                        properties: [{name: labels, logicalType: array, items: {logicalType: string, description: A word.}}]
                    - note: two of three are a little less than 67 %
                      params: {minimum: 67}
                      object:
                        properties: [{name: id, description: Identifies it.}, {name: day, description: When it came.}, {name: total}]
                    - note: those inside count too
                      params: {minimum: 100}
                      object:
                        name: orders
                        properties:
                          - {name: buyer, description: Who bought it., logicalType: object, properties: [{name: segment}]}
                  pass:
                    - note: four of five are 80 %
                      params: {minimum: 80}
                      object:
                        name: orders
                        properties:
                          - {name: order_id, description: Identifies the order.}
                          - {name: ordered_at, description: When the shop accepted it.}
                          - {name: total, description: The sum of all lines.}
                          - {name: currency, description: The currency of the total.}
                          - {name: state}
                    - note: items of arrays need no description of their own
                      params: {minimum: 100}
                      object:
                        name: orders
                        properties:
                          - {name: labels, description: Words on the parcel., logicalType: array, items: {logicalType: string}}
                    - note: items do not count where half is enough either
                      params: {minimum: 50}
                      object:
                        properties:
                          - {name: labels, description: Words on the parcel., logicalType: array, items: {logicalType: string}}
                          - {name: total}
                    - {note: nothing to describe, params: {minimum: 100}, object: {name: orders}}
                    - {note: off until a percentage is given, property: {name: total}}

            """##
        ),
        (
            "freshness",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: freshness
            version: 1.0.0
            owner: contractlint
            description: Consumers know how fresh the data is, how often it comes, and how long it will be there.
            rules:
              - id: latency-declared
                summary: An active contract promises how fresh the data is.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: latency
                where: filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [active, current, production], tighten: superset}
                  properties: {value: [latency, freshness], tighten: subset}
                require: params.properties.exists(name, filled(sla(contract, name)))
                at: contract.slaProperties
                message: "the contract `{contract.path}` does not promise how fresh the data is"
                remedy:
                  ODCS: >-
                    Add to `{key(contract.slaProperties)}`: `{property: latency, value: 4, unit: h}`, and the time it is measured
                    from as `{key(sla.element)}`.
                  DCS: >-
                    Write `{key(sla(contract, "latency").value, "4h")}`, or the greatest age of the youngest record as
                    `{key(sla(contract, "freshness").value, "25h")}`.
                rationale: >-
                  Latency is the time from the event to the moment at which consumers can read it. Without a promise, each consumer
                  assumes another one, and nobody can say that the data is late.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - {note: another promise, sla: {property: frequency, value: 1, unit: d}}
                    - {note: upper and lower case are the same, contract: {status: Active}}
                    - {contract: {status: current}}
                    - {contract: {status: production}}
                  pass:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {note: as the Data Contract Specification calls it, sla: {property: freshness, value: 25h}}
                    - {note: a draft promises nothing yet, contract: {status: draft}}
                    - {note: no status, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}

              - id: frequency-declared
                summary: An active contract says how often the data is updated.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: frequency
                where: filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [active, current, production], tighten: superset}
                require: filled(sla(contract, "frequency"))
                at: contract.slaProperties
                message: "the contract `{contract.path}` does not say how often the data is updated"
                remedy:
                  ODCS: >-
                    Add to `{key(contract.slaProperties)}`: `{property: frequency, value: 1, unit: d}`, with your own number.
                  DCS: >-
                    Write `{key(sla(contract, "frequency").value, "1d")}`, with your own number.
                rationale: Consumers plan their own runs by it, and notice by it that a run is missing.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {note: upper and lower case are the same, contract: {status: Active}}
                    - {contract: {status: current}}
                    - {contract: {status: production}}
                  pass:
                    - {sla: {property: frequency, value: 1, unit: d}}
                    - {note: a draft promises nothing yet, contract: {status: draft}}
                    - {note: no status, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}

              - id: sla-unit-known
                summary: The unit of a service level is one that tools can compute with.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: sla
                where: filled(sla.unit) && sla.property.lowerAscii() in params.properties
                params:
                  properties:
                    value: [latency, freshness, frequency, retention, availability, timetodetect, timetonotify, timetorepair]
                    tighten: superset
                require: isSLAUnit(sla.unit)
                at: sla.unit
                message: "`{sla.property}` has an unknown unit: `{sla.unit}`"
                remedy: >-
                  Set `{key(sla.unit)}` to a unit of time (s, min, h, d, w, month, y, or their names), or to percent for
                  availability.
                rationale: >-
                  Tools that watch the promise have to compute with it. They cannot watch what is in a unit that they do not know.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {sla: {property: latency, value: 4, unit: moons}}
                    - {note: upper and lower case are the same, sla: {property: timeToRepair, value: 4, unit: shifts}}
                    - {note: each of these is computed with, sla: {property: freshness, value: 4, unit: moons}}
                    - {sla: {property: frequency, value: 4, unit: moons}}
                    - {sla: {property: retention, value: 4, unit: moons}}
                    - {sla: {property: availability, value: 4, unit: moons}}
                    - {sla: {property: timeToDetect, value: 4, unit: moons}}
                    - {sla: {property: timeToNotify, value: 4, unit: moons}}
                  pass:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {sla: {property: retention, value: 3, unit: years}}
                    - {sla: {property: availability, value: 99.5, unit: percent}}
                    - {note: no unit, sla: {property: latency, value: PT4H}}
                    - {note: units of other promises are free, sla: {property: throughput, value: 200, unit: parcels per hour}}

              - id: sla-value-valid
                summary: The value of a service level is a length of time, or a percentage, that can be kept.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: sla
                where: >-
                  filled(sla.value) && (type(sla.value) == string || type(sla.value) == int || type(sla.value) == double)
                    && (!filled(sla.unit) || isSLAUnit(sla.unit))
                params:
                  durations:
                    value: [latency, freshness, frequency, retention, timetodetect, timetonotify, timetorepair]
                    tighten: superset
                  words:
                    value: [continuous, streaming, real-time, realtime, unlimited, indefinite, permanent]
                    tighten: subset
                require:
                  readable: >-
                    !(sla.property.lowerAscii() in params.durations)
                      || filled(duration(sla)) || sla.value in params.words
                  positive: >-
                    !(sla.property.lowerAscii() in params.durations) || !filled(duration(sla)) || duration(sla) > duration("0s")
                  share: >-
                    sla.property.lowerAscii() != "availability" || (type(sla.value) != int && type(sla.value) != double)
                      || (sla.value > 0 && sla.value <= 100)
                at: sla.value
                message:
                  readable: "`{sla.property}` must be a length of time, but its value is `{sla.value}` and its unit is {sla.unit}"
                  positive: "`{sla.property}` must be longer than 0, but its value is `{sla.value}`"
                  share: "`{sla.property}` must be a percentage above 0 and up to 100, but its value is `{sla.value}`"
                remedy:
                  ODCS: >-
                    Write a number and its unit, such as `value: 4` and `unit: h`, or an ISO 8601 duration, such as `value: PT4H`;
                    for availability a percentage, such as `value: 99.5`.
                  DCS: >-
                    Write a length of time, such as `{key(sla.value, "4h")}` or `{key(sla.value, "PT4H")}`; for availability a
                    percentage with its sign.
                rationale: A promise that cannot be computed cannot be kept, watched, or compared with that of the source.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "ISO 8601-1:2019, 5.5.2"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {note: a number without a unit, sla: {property: latency, value: 4}, clauses: [readable]}
                    - {note: a word that says nothing exact, sla: {property: latency, value: soon}, clauses: [readable]}
                    - {note: upper and lower case are the same, sla: {property: timeToRepair, value: soon}, clauses: [readable]}
                    - {note: each of these is a length of time, sla: {property: freshness, value: soon}, clauses: [readable]}
                    - {sla: {property: frequency, value: soon}, clauses: [readable]}
                    - {sla: {property: retention, value: soon}, clauses: [readable]}
                    - {sla: {property: timeToDetect, value: soon}, clauses: [readable]}
                    - {sla: {property: timeToNotify, value: soon}, clauses: [readable]}
                    - {note: no time at all, sla: {property: latency, value: 0, unit: h}, clauses: [positive]}
                    - {note: upper and lower case are the same, sla: {property: timeToRepair, value: 0, unit: h}, clauses: [positive]}
                    - {note: more than all, sla: {property: availability, value: 101, unit: percent}, clauses: [share]}
                    - {note: a little more than all, sla: {property: availability, value: 100.5, unit: percent}, clauses: [share]}
                    - {note: nothing, sla: {property: Availability, value: 0, unit: percent}, clauses: [share]}
                  pass:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {sla: {property: retention, value: P3Y}}
                    - note: words that say as much as a number
                      contract:
                        slaProperties:
                          - {property: frequency, value: continuous}
                          - {property: frequency, value: streaming}
                          - {property: latency, value: real-time}
                          - {property: latency, value: realtime}
                          - {property: retention, value: unlimited}
                          - {property: retention, value: indefinite}
                          - {property: retention, value: permanent}
                    - {sla: {property: availability, value: 99.9, unit: percent}}
                    - {note: as much as can be, sla: {property: availability, value: 100, unit: percent}}
                    - {note: little but something, sla: {property: availability, value: 1, unit: percent}}
                    - {note: of other promises nothing is known, sla: {property: throughputDelay, value: 0, unit: h}}
                    - note: a schedule in place of a value
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        servicelevels: {frequency: {type: streaming}, retention: {unlimited: true}}
                    - {note: as text, sla: {property: availability, value: 99.9%}}
                    - {note: other promises have other values, sla: {property: throughput, value: 0}}
                    - {note: neither a share nor a time, sla: {property: throughput, value: 200}}
                    - {note: the unit is another rule's, sla: {property: latency, value: 4, unit: moons}}
                    - {broken: true, note: no value yet but a placeholder, sla: {property: latency, value: {hours: null}}}

              - id: availability-declared
                summary: An active contract promises how much of the time the data can be reached.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: availability
                where: filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [active, current, production], tighten: superset}
                require: filled(sla(contract, "availability"))
                at: contract.slaProperties
                message: "the contract `{contract.path}` does not promise how much of the time the data can be reached"
                remedy:
                  ODCS: >-
                    Add to `{key(contract.slaProperties)}`: `{property: availability, value: 99.5, unit: percent}`, with your own
                    number.
                  DCS: >-
                    Write `{key(sla(contract, "availability").value, "99.5%")}`, with your own number.
                rationale: Whoever builds on the data has to plan for the hours when it cannot be reached.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {note: upper and lower case are the same, contract: {status: Active}}
                    - {contract: {status: current}}
                    - {contract: {status: production}}
                  pass:
                    - {sla: {property: availability, value: 99.5, unit: percent}}
                    - {note: a draft promises nothing yet, contract: {status: draft}}
                    - {note: no status, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}

              - id: general-availability
                summary: An active contract says from which day on the data can be relied on.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: general availability
                where: >-
                  contract.standard == "ODCS" && filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [active, current, production], tighten: superset}
                require: filled(sla(contract, "generalAvailability"))
                at: contract.slaProperties
                message: "the contract `{contract.path}` does not say from which day on the data can be relied on"
                remedy: >-
                  Add to `{key(contract.slaProperties)}`: `{property: generalAvailability, value: '2026-03-01'}`, with your own
                  date.
                rationale: Data from before that day may be incomplete. Consumers who do not know the day use it all the same.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {sla: {property: latency, value: 4, unit: h}}
                    - {note: upper and lower case are the same, contract: {status: Active}}
                    - {contract: {status: current}}
                    - {contract: {status: production}}
                  pass:
                    - {sla: {property: generalAvailability, value: '2024-03-01'}}
                    - {note: a draft is not available, contract: {status: draft}}
                    - {note: no status, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}
                    - note: the Data Contract Specification has no such level
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0, status: active}

            """##
        ),
        (
            "interoperability",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: interoperability
            version: 1.0.0
            owner: contractlint
            description: Data of different domains can be joined, compared and understood with the same words.
            rules:
              - id: name-convention
                summary: Properties are named in one style, that of the organisation or of most names here.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: filled(property.name) && case(property.name) != "mixed"
                params:
                  style: {value: "", description: "snake_case, camelCase, PascalCase, kebab-case or UPPER_SNAKE_CASE; empty: that of most names"}
                require: 'case(property, params.style == "" ? convention(contract) : params.style)'
                at: property.name
                message: >-
                  `{property.path}` is not written in {params.style == "" ? convention(contract) : params.style}{params.style == "" ?
                  ", as most names here are" : ""}
                remedy: Rename it with the next major version. If your organisation has another style, configure it as the parameter `style`.
                rationale: With one style nobody has to look up how a column is written.
                references: ["ISO/IEC 11179-5", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {note: the odd one out, object: {properties: [{name: order_id}, {name: ordered_at}, {name: totalAmount}]}}
                    - {note: capitals, object: {properties: [{name: orderId}, {name: orderedAt}, {name: TotalAmount}]}}
                    - note: most names of the whole contract count
                      contract:
                        schema:
                          - {name: orders, properties: [{name: order_id}, {name: ordered_at}]}
                          - {name: lines, properties: [{name: orderId}]}
                    - {note: another convention, property: {name: order_id}, params: {style: camelCase}}
                  pass:
                    - {object: {properties: [{name: order_id}, {name: ordered_at}, {name: total}]}}
                    - {note: two styles of which neither is that of most, object: {properties: [{name: order_id}, {name: orderedAt}]}}
                    - {note: a convention, property: {name: orderId}, params: {style: camelCase}}
                    - {note: names of no style are another rule's, object: {properties: [{name: order_id}, {name: paid_at}, {name: a-B_c}]}}
                    - note: items of arrays have no name
                      property: {name: labels, logicalType: array, items: {logicalType: string}}

              - id: timestamp-timezone
                summary: A timestamp says in which time zone it is.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: property.logicalType == "timestamp" && filled(property.logicalTypeOptions.timezone)
                require: >-
                  property.logicalTypeOptions.timezone == true || filled(property.logicalTypeOptions.defaultTimezone)
                    || physical(property).zoned == true
                    || (filled(property.logicalTypeOptions.format) && property.logicalTypeOptions.format.matches("[XxZzVO]"))
                at: property.logicalType
                message: "the values of `{property.path}` carry no time zone, and nothing says in which one they are"
                remedy: >-
                  Under `{key(property.logicalTypeOptions)}`, name the zone, such as `defaultTimezone: Etc/UTC`; or write
                  `timezone: true` if each value carries its own.
                rationale: >-
                  Two domains that assume different zones disagree by hours. And when the clocks go back, one hour comes twice.
                references:
                  - "ODCS 3.1, Logical type options"
                  - "ISO 8601-1:2019, 5.3.4"
                  - RFC 9557
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"
                examples:
                  fail:
                    - {property: {name: ordered_at, logicalType: timestamp, logicalTypeOptions: {timezone: false}}}
                    - note: the column has no zone either
                      property:
                        name: ordered_at
                        logicalType: timestamp
                        physicalType: TIMESTAMP_NTZ
                        logicalTypeOptions: {timezone: false, format: yyyy-MM-dd HH:mm:ss}
                  pass:
                    - {property: {name: ordered_at, logicalType: timestamp, logicalTypeOptions: {timezone: true}}}
                    - {property: {name: ordered_at, logicalType: timestamp, logicalTypeOptions: {timezone: false, defaultTimezone: Etc/UTC}}}
                    - note: the type of the column has a zone
                      property:
                        name: ordered_at
                        logicalType: timestamp
                        physicalType: TIMESTAMP WITH TIME ZONE
                        logicalTypeOptions: {timezone: false}
                    - note: the form of the values has the offset
                      property:
                        name: ordered_at
                        logicalType: timestamp
                        logicalTypeOptions: {timezone: false, format: "yyyy-MM-dd'T'HH:mm:ssXXX"}
                    - {note: where nothing is said the standard says UTC, property: {name: ordered_at, logicalType: timestamp}}
                    - {note: a time of day, property: {name: opens_at, logicalType: time, logicalTypeOptions: {timezone: false}}}
                    - {note: no type, property: {name: ordered_at}}
                    - note: the types of the Data Contract Specification say it themselves
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        models: {orders: {fields: {ordered_at: {type: timestamp}}}}

              - id: currency-code
                summary: Currencies are given by their codes of ISO 4217.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: (filled(property.examples) || filled(property.enum)) && property.name.lowerAscii().contains("currency")
                require:
                  examples: property.examples.all(example, type(example) == string && isCurrency(example))
                  values: property.enum.all(value, type(value.value) == string && isCurrency(value.value))
                at: property.name
                message:
                  examples: "not every example of `{property.path}` is a currency code of ISO 4217"
                  values: "not every value that `{property.path}` allows is a currency code of ISO 4217"
                remedy: Use the three letters of ISO 4217, such as EUR, in the data and in its examples.
                rationale: "$, Dollar and US$ are each several currencies. The code is exactly one."
                references: ["ISO 4217:2015", "https://www.iso.org/iso-4217-currency-codes.html"]
                examples:
                  fail:
                    - {property: {name: currency, examples: [Euro]}, clauses: [examples]}
                    - {note: one of them, property: {name: currency_code, examples: [EUR, "$"]}, clauses: [examples]}
                    - {note: a number, property: {name: orderCurrency, examples: [978]}, clauses: [examples]}
                    - {note: allowed values, property: {name: currency, enum: [{value: EUR}, {value: Kroner}]}, clauses: [values]}
                    - {note: an allowed number, property: {name: currency, enum: [{value: 978}]}, clauses: [values]}
                  pass:
                    - {property: {name: currency_code, examples: [EUR, SEK]}}
                    - {property: {name: currency_code, enum: [{value: EUR}, {value: SEK}]}}
                    - {note: another property, property: {name: country, examples: [Sweden]}}
                    - {note: no examples, property: {name: currency}}

              - id: unit-known
                summary: The unit of a quality rule is a known one.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: quality
                where: filled(quality.unit)
                params:
                  units: {value: [rows, row, count, percent, "%"], tighten: subset}
                require: quality.unit.lowerAscii() in params.units
                at: quality.unit
                message: "the quality rule at `{quality.path}` has an unknown unit: `{quality.unit}`"
                remedy: >-
                  Set `{key(quality.unit)}` to rows or percent.
                rationale: "5 is little in percent and nothing in rows. Tools that compare must know which one is meant."
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - {quality: {metric: nullValues, mustBeLessThan: 5, unit: pieces}}
                  pass:
                    - {quality: {metric: nullValues, mustBeLessThan: 5, unit: percent}}
                    - {note: upper and lower case are the same, quality: {metric: nullValues, mustBeLessThan: 5, unit: Rows}}
                    - {quality: {metric: nullValues, mustBeLessThan: 5, unit: row}}
                    - {quality: {metric: nullValues, mustBeLessThan: 5, unit: count}}
                    - {quality: {metric: nullValues, mustBeLessThan: 5, unit: "%"}}
                    - {note: no unit, quality: {metric: nullValues, mustBe: 0}}

              - id: shared-definition
                summary: A key that others join on is linked to a shared definition.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: >-
                  (property.primaryKey == true || filled(property.relationships))
                    && !(filled(property.criticalDataElement) && property.criticalDataElement == true)
                require: filled(property.authoritativeDefinitions)
                at: property.name
                message: "`{property.path}` is a key that others join on, but it is linked to no shared definition"
                remedy: >-
                  Add an entry to `{key(property.authoritativeDefinitions)}` with `type: businessDefinition` and its `url` in your
                  glossary.
                rationale: >-
                  Keys carry a term from one domain to another. Both sides have to mean the same customer, order or product.
                references:
                  - "ODCS 3.1, Authoritative definitions"
                  - ISO/IEC 11179-1
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"
                examples:
                  fail:
                    - {property: {name: order_id, primaryKey: true}}
                    - {note: a foreign key, property: {name: customer_id, relationships: [{to: customers.customer_id}]}}
                  pass:
                    - note: the glossary knows it
                      property:
                        name: order_id
                        primaryKey: true
                        authoritativeDefinitions: [{type: businessDefinition, url: "https://acme.example/glossary/order-id"}]
                    - {note: no key, property: {name: total, primaryKey: false}}
                    - {note: of a critical data element another rule asks it, property: {name: id, primaryKey: true, criticalDataElement: true}}

              - id: tag-taxonomy
                summary: Tags are taken from the organisation's list of tags, its taxonomy.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: text
                where: size(params.taxonomy) > 0 && text.key == "tags"
                params:
                  taxonomy: {value: [], tighten: subset}
                require: params.taxonomy.exists(pattern, glob(text.value, pattern))
                message: "the tag `{text.value}` is not in the taxonomy: the list of tags of the organisation"
                remedy: Use a tag of the taxonomy, or have this one added to the parameter `taxonomy` of this rule.
                rationale: >-
                  Rules, catalogues and access policies look at tags. A tag that only its author knows has no effect on any of them.
                references: ["ISO/IEC 11179-3", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {params: {taxonomy: [pii, "domain:*"]}, contract: {tags: [important]}}
                    - {note: at a property, params: {taxonomy: [pii]}, property: {name: email, tags: [personal]}}
                  pass:
                    - {params: {taxonomy: [pii, "domain:*"]}, contract: {tags: [pii, "domain:sales"]}}
                    - {note: off until a taxonomy is given, contract: {tags: [important]}}
                    - {note: no tag, params: {taxonomy: [pii]}, contract: {domain: important}}

            """##
        ),
        (
            "lifecycle",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: lifecycle
            version: 1.0.0
            owner: contractlint
            description: The version and the status say truly where the contract stands, and the end is announced.
            rules:
              - id: version-semantic
                summary: The version of a contract is of the form MAJOR.MINOR.PATCH.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                where: filled(contract.version)
                require: isSemver(contract.version)
                at: contract.version
                message: "the version `{contract.version}` is not of the form MAJOR.MINOR.PATCH"
                remedy: >-
                  Write three numbers as `{key(contract.version)}`, such as 1.0.0. Raise the first for a change that breaks
                  consumers, the second for an addition, the third for everything else.
                rationale: >-
                  Consumers build on one major version. That works only if the number tells a breaking change from an addition.
                references:
                  - Semantic Versioning 2.0.0
                  - "ODCS 3.1, Fundamentals"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"
                examples:
                  fail:
                    - {contract: {version: v1}}
                    - {note: two numbers, contract: {version: '1.2'}}
                    - {note: a day, contract: {version: '2024-06-01'}}
                  pass:
                    - {contract: {version: 1.2.0}}
                    - {note: before a release, contract: {version: 2.0.0-rc.1}}

              - id: status-known
                summary: The status of a contract is one of the standard's words.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: contract
                where: filled(contract.status)
                params:
                  statuses: {value: [proposed, in development, draft, active, deprecated, retired], tighten: subset}
                  former: {value: [current, production, development, test], tighten: subset, description: words of ODCS 2.2}
                require: >-
                  contract.status.lowerAscii() in params.statuses
                    || contract.apiVersion.startsWith("v2.") && contract.status.lowerAscii() in params.former
                at: contract.status
                message: "the contract `{contract.path}` has an unknown status: `{contract.status}`"
                remedy: >-
                  Set `{key(contract.status)}` to one of these: {params.statuses}.
                rationale: Consumers and tools decide by the status whether they may rely on the data. They know these words only.
                references: ["ODCS 3.1, Fundamentals", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {contract: {status: unknown}}
                    - {note: misspelt, contract: {status: activ}}
                    - {note: a word of ODCS 2.2 alone, contract: {status: production}}
                    - note: no word of ODCS 2.2 either
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: curent, type: tables,
                         quantumName: orders, datasetName: orders, dataset: []}
                  pass:
                    - {contract: {status: active}}
                    - {note: upper and lower case are the same, contract: {status: DRAFT}}
                    - {contract: {status: proposed}}
                    - {contract: {status: in development}}
                    - {contract: {status: deprecated}}
                    - {contract: {status: retired}}
                    - {note: none, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}
                    - note: "current: a word of ODCS 2.2"
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: current, type: tables,
                         quantumName: orders, datasetName: orders, dataset: []}
                    - note: "production: a word of ODCS 2.2"
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: production, type: tables,
                         quantumName: orders, datasetName: orders, dataset: []}
                    - note: "development: a word of ODCS 2.2"
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: development, type: tables,
                         quantumName: orders, datasetName: orders, dataset: []}
                    - note: "test: a word of ODCS 2.2"
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: test, type: tables,
                         quantumName: orders, datasetName: orders, dataset: []}

              - id: deprecated-has-end
                summary: A deprecated contract says when it ends.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: end of life
                where: filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [deprecated], tighten: superset}
                  properties: {value: [endOfSupport, endOfLife], tighten: subset}
                require: params.properties.exists(name, filled(sla(contract, name)))
                at: contract.status
                message: "the contract `{contract.path}` is deprecated, but does not say when it ends"
                remedy: >-
                  Add to `{key(contract.slaProperties)}`: `{property: endOfLife, value: '2027-06-30'}`, with your own date.
                rationale: Without a date nobody plans the move, neither the consumers nor the provider.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {contract: {status: deprecated}}
                    - {note: upper and lower case are the same, contract: {status: Deprecated}}
                    - {note: another promise, contract: {status: deprecated}, sla: {property: latency, value: 4, unit: h}}
                  pass:
                    - {contract: {status: deprecated}, sla: {property: endOfLife, value: '2027-01-01'}}
                    - {contract: {status: deprecated}, sla: {property: endOfSupport, value: '2027-01-01'}}
                    - {note: still in use, contract: {status: active}}
                    - {note: no status, yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"}

              - id: end-in-past
                summary: A contract whose end has passed is retired.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: sla
                where: >-
                  sla.property.lowerAscii() in params.properties
                    && !(filled(contract.status) && contract.status.lowerAscii() in params.over)
                params:
                  properties: {value: [endoflife], tighten: superset}
                  over: {value: [retired], tighten: subset}
                require: >-
                  !(type(sla.value) == string && filled(date(sla.value)) && date(sla.value) < today())
                at: sla.value
                message: "the contract `{contract.path}` ended on {sla.value}, but its status is {contract.status}"
                remedy: >-
                  Set `{key(contract.status)}` to retired if nobody uses the data any more, or agree on a later day with the
                  consumers.
                rationale: An end that passes without effect teaches consumers to ignore the next one.
                references:
                  - "ODCS 3.1, Service-level agreement"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/"
                examples:
                  fail:
                    - {note: ended yesterday, today: 2026-01-01, sla: {property: endOfLife, value: '2025-12-31'}}
                    - note: deprecated is not retired
                      today: 2026-01-01
                      contract: {status: deprecated}
                      sla: {property: endOfLife, value: '2025-06-30T00:00:00Z'}
                    - note: no status
                      today: 2026-01-01
                      yaml: |
                        apiVersion: v3.2.0
                        kind: DataContract
                        id: orders
                        version: 1.0.0
                        slaProperties: [{property: endOfLife, value: '2025-12-31'}]
                  pass:
                    - {note: the last day, today: 2026-01-01, sla: {property: endOfLife, value: '2026-01-01'}}
                    - note: retired as announced
                      today: 2026-01-01
                      contract: {status: Retired}
                      sla: {property: endOfLife, value: '2025-12-31'}
                    - {note: another promise, today: 2026-01-01, sla: {property: generalAvailability, value: '2024-03-01'}}
                    - {note: no date, today: 2026-01-01, sla: {property: endOfLife, value: undecided}}
                    - {note: a number is no date, today: 2026-01-01, sla: {property: endOfLife, value: 2025}}

              - id: draft-in-production
                summary: A draft has no server in production.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: server
                where: >-
                  filled(server.environment) && filled(contract.status) && contract.status.lowerAscii() in params.drafts
                params:
                  drafts: {value: [proposed, draft, in development, development], tighten: superset}
                  production: {value: [prod, production, prd, live], tighten: superset}
                require: '!(server.environment.lowerAscii() in params.production)'
                at: server.environment
                message: "the contract `{contract.path}` has the status {contract.status}, but its server `{server.server}` is in production"
                remedy: >-
                  Set `{key(contract.status)}` to active if consumers may rely on it, or remove the server from the contract until
                  they may.
                rationale: >-
                  What is in production is used. If the contract is still a draft, consumers rely on promises that nobody has made yet.
                references:
                  - "ODCS 3.1, Infrastructure and servers"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/infrastructure-servers/"
                examples:
                  fail:
                    - contract: {status: draft}
                      server: {server: lake, type: s3, location: "s3://acme/orders", environment: prod}
                    - note: upper and lower case are the same
                      contract: {status: Draft}
                      server: {server: lake, type: s3, location: "s3://acme/orders", environment: PROD}
                    - {contract: {status: proposed}, server: {server: lake, type: s3, location: "s3://acme/orders", environment: production}}
                    - {contract: {status: in development}, server: {server: lake, type: s3, location: "s3://acme/orders", environment: prd}}
                    - {contract: {status: development}, server: {server: lake, type: s3, location: "s3://acme/orders", environment: live}}
                  pass:
                    - contract: {status: active}
                      server: {server: lake, type: s3, location: "s3://acme/orders", environment: prod}
                    - contract: {status: draft}
                      server: {server: lake, type: s3, location: "s3://acme/orders", environment: dev}
                    - note: no environment
                      contract: {status: draft}
                      server: {server: lake, type: s3, location: "s3://acme/orders"}

            """##
        ),
        (
            "ownership",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: ownership
            version: 1.0.0
            owner: contractlint
            description: Every contract belongs to a domain, has people who answer for it, and a place to ask.
            rules:
              - id: owner-present
                summary: A contract has an owner.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: owner
                params:
                  roles:
                    value: [owner, accountable, responsible, eigentümer, verantwortlich, propriétaire, propietario, proprietario, eigenaar]
                    tighten: subset
                    description: words of the roles that own, in lower case
                require: filled(owners(contract, params.roles))
                at: contract.team
                message: "the contract `{contract.path}` has no owner"
                remedy:
                  ODCS: >-
                    Name the team that answers for the data as `{key(contract.team.name)}`, or add to
                    `{key(contract.team.members)}` the `username` of the owner with `role: owner`.
                  ODCS 3.0: >-
                    Add to `{key(contract.team)}` the `username` of the owner with `role: owner`.
                  ODCS 2: >-
                    Add to `{key(contract.team)}` the `username` of the owner with `role: owner`.
                  DCS: >-
                    Name the team or person that answers for the data as `info.owner`.
                rationale: >-
                  Someone must decide what changes, answer consumers, and be told when the data breaks. Without an owner, nobody does.
                references:
                  - "ODCS 3.1, Team"
                  - "ISO/IEC 27001:2022 A.5.9"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/team/"
                examples:
                  fail:
                    - {note: no team, contract: {tenant: acme}}
                    - {note: nobody in the team owns it, member: {username: ada@acme.example, role: data steward}}
                  pass:
                    - {member: {username: ada@acme.example, role: owner}}
                    - {note: a role that says owner, member: {username: ada@acme.example, role: Data Product Owner}}
                    - {note: a team that has a name, contract: {team: {name: sales-data}}}
                    - {member: {username: ada@acme.example, role: Accountable}}
                    - {member: {username: ada@acme.example, role: responsible person}}
                    - {member: {username: ada@acme.example, role: dateneigentümer}}
                    - {member: {username: ada@acme.example, role: verantwortliche}}
                    - {member: {username: ada@acme.example, role: propriétaire des données}}
                    - {member: {username: ada@acme.example, role: propietario}}
                    - {member: {username: ada@acme.example, role: proprietario dei dati}}
                    - {member: {username: ada@acme.example, role: data-eigenaar}}
                    - {note: a word of one's own, member: {username: ada@acme.example, role: Captain}, params: {roles: [captain]}}

              - id: owner-active
                summary: At least one owner of a contract is still there.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: contract
                params:
                  roles:
                    value: [owner, accountable, responsible, eigentümer, verantwortlich, propriétaire, propietario, proprietario, eigenaar]
                    tighten: subset
                    description: words of the roles that own, in lower case
                where: filled(owners(contract, params.roles))
                require: >-
                  owners(contract, params.roles).exists(owner,
                    !(filled(date(owner.dateOut)) && date(owner.dateOut) < today()))
                at: contract.team
                message: "every owner of the contract `{contract.path}` has left"
                remedy: >-
                  Add the successor to `{key(contract.team.members)}` with `role: owner`, and as `replacedByUsername` of the one
                  who left.
                rationale: An owner who left answers no question and approves no change. The gap shows only when something has gone wrong.
                references: ["ODCS 3.1, Team", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/team/"]
                examples:
                  fail:
                    - note: a role of the organisation's own
                      today: 2026-01-01
                      params: {roles: [captain]}
                      member: {username: ada@acme.example, role: Captain, dateOut: '2025-12-31'}
                    - {note: left yesterday, today: 2026-01-01, member: {username: ada@acme.example, role: owner, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: accountable, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: responsible, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: eigentümer, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: verantwortlich, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: propriétaire, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: propietario, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: proprietario, dateOut: '2025-12-31'}}
                    - {note: another word, today: 2026-01-01, member: {username: ada@acme.example, role: eigenaar, dateOut: '2025-12-31'}}
                    - note: both left
                      today: 2026-01-01
                      contract:
                        team:
                          members:
                            - {username: ada@acme.example, role: owner, dateOut: '2024-03-31'}
                            - {username: bob@acme.example, role: owner, dateOut: '2025-03-31'}
                  pass:
                    - {member: {username: ada@acme.example, role: owner, dateIn: '2023-01-15'}}
                    - {note: the last day, today: 2026-01-01, member: {username: ada@acme.example, role: owner, dateOut: '2026-01-01'}}
                    - note: a successor is there
                      today: 2026-01-01
                      contract:
                        team:
                          members:
                            - {username: ada@acme.example, role: owner, dateOut: '2024-03-31', replacedByUsername: bob@acme.example}
                            - {username: bob@acme.example, role: owner, dateIn: '2024-04-01'}
                    - {note: a date that nobody can read, today: 2026-01-01, member: {username: ada@acme.example, role: owner, dateOut: soon}}
                    - {note: no owner at all is another rule, contract: {tenant: acme}}

              - id: domain-present
                summary: A contract names the domain that it belongs to.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: domain
                where: contract.standard == "ODCS"
                require: filled(contract.domain)
                at: contract.domain
                message: "the contract `{contract.path}` names no domain"
                remedy: >-
                  Write the business domain that the data belongs to, such as `{key(contract.domain, "sales")}`.
                rationale: >-
                  In a data mesh the domain is responsible for its data. Rules, waivers and catalogues also find contracts by it.
                references: ["ODCS 3.1, Fundamentals", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - {note: blank, contract: {domain: " "}}
                  pass:
                    - {contract: {domain: sales}}
                    - note: the Data Contract Specification knows no domain
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}

              - id: team-named
                summary: A contract names the team that looks after it.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: team
                where: >-
                  filled(contract.team.members) && contract.standard == "ODCS" && !contract.apiVersion.matches("^v(2|3\\.0)\\.")
                require: filled(contract.team.name)
                at: contract.team
                message: "the contract `{contract.path}` does not say which team looks after it"
                remedy: >-
                  Write the name of the team as `{key(contract.team.name)}`.
                rationale: People change; a team remains. Consumers look for the team first.
                references: ["ODCS 3.1, Team", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/team/"]
                examples:
                  fail:
                    - {note: "people, but no name for them", contract: {team: {members: [{username: ada@acme.example, role: owner}]}}}
                  pass:
                    - {contract: {team: {name: sales-data}}}
                    - {contract: {team: {name: sales-data, members: [{username: ada@acme.example, role: owner}]}}}
                    - {note: no team at all is another rule's, contract: {tenant: acme}}
                    - note: before 3.1 a team is a list and has no name
                      contract: {apiVersion: v3.0.2, team: [{username: ada@acme.example, role: owner}]}
                    - note: nor does the Data Contract Specification name it there
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0, owner: sales-data}

              - id: support-channel
                summary: A contract names a channel where consumers can ask.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: contract
                topic: support channel
                where: >-
                  contract.standard == "ODCS" && !(filled(contract.status) && contract.status.lowerAscii() in params.exempt)
                params:
                  exempt: {value: [proposed, draft, in development, development, retired], tighten: subset}
                require: namesSupport(contract)
                at: contract.support
                message: "the contract `{contract.path}` names no channel where consumers can ask"
                remedy:
                  ODCS: >-
                    Add an entry to `{key(contract.support)}` with `channel`, `url` and `tool`, such as a chat channel or a mailing
                    list.
                  ODCS 2: Name a chat channel as `productSlackChannel`, or a mailing list as `productDl`.
                rationale: >-
                  A consumer who finds a fault must know where to report it, and the provider where to announce a change. Otherwise
                  each hears of it too late.
                references:
                  - "ODCS 3.1, Support and communication channels"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/support-communication-channels/"
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - note: without a status it counts as in use
                      yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"
                  pass:
                    - {support: {channel: sales-help, url: "https://acme.example/chat/sales-help"}}
                    - note: as ODCS 2.2 named it
                      yaml: |
                        {apiVersion: v2.2.2, kind: DataContract, uuid: orders, version: 1.0.0, status: current, type: tables,
                         quantumName: orders, datasetName: orders, dataset: [], productSlackChannel: "#sales-help"}
                    - {note: a draft has no consumers yet, contract: {status: Draft}}
                    - {contract: {status: proposed}}
                    - {contract: {status: in development}}
                    - {contract: {status: development}}
                    - {note: nor has what is retired, contract: {status: retired}}
                    - note: the Data Contract Specification has no such list
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0, status: active}

              - id: steward-present
                summary: A contract has a data steward.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: data steward
                where: contract.standard == "ODCS"
                params:
                  role: {value: steward}
                require: contract.team.members.exists(member, filled(member.role) && member.role.lowerAscii().contains(params.role))
                at: contract.team
                message: "the contract `{contract.path}` has no data steward"
                remedy: >-
                  Add to `{key(contract.team.members)}` the `username` of the steward with `role: data steward`.
                rationale: >-
                  The owner decides; the steward keeps descriptions, classifications and quality rules true. Where nobody has that
                  job, they go out of date.
                references:
                  - "ODCS 3.1, Team"
                  - "DAMA-DMBOK 2, chapter 3"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/team/"
                examples:
                  fail:
                    - {contract: {tenant: acme}}
                    - {member: {username: ada@acme.example, role: owner}}
                    - {note: no role given, member: {username: ada@acme.example}}
                  pass:
                    - {member: {username: bob@acme.example, role: Data Steward}}
                    - note: the Data Contract Specification has no members
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}

            """##
        ),
        (
            "privacy",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: privacy
            version: 1.0.0
            owner: contractlint
            description: Personal data is known, classified, protected, and not shown in the contract itself.
            rules:
              - id: pii-classified
                summary: Personal data is classified as confidential or restricted.
                severity: error
                tier: core
                enforcement: waivable
                lock: open
                select: property
                where: isPersonal(property) && !filled(specialCategory(property))
                params:
                  allowed: {value: [confidential, restricted], tighten: subset}
                  others:
                    value: [sensitive, secret, strictly confidential]
                    tighten: subset
                    description: words beside the order that are strict enough
                require: >-
                  filled(property.classification) && (classifiedAs(property.classification, params.allowed)
                    || !filled(classificationRank(property.classification)) && property.classification.lowerAscii() in params.others)
                at: property.classification
                message: "`{property.path}` holds personal data, but its classification is {property.classification}"
                remedy: >-
                  Set `{key(property.classification)}` to one of those allowed for personal data: {params.allowed}. Words of your own
                  are known once the configuration has them, as `compatibility: classifications`.
                rationale: >-
                  Access, masking and deletion follow the classification. Personal data that is not classified is treated like any
                  other column.
                references: [GDPR Art. 32, GDPR Art. 5(1)(f), "ISO/IEC 27001:2022 A.5.12", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - {note: no classification at all, property: {name: email, tags: [pii]}}
                    - {note: too open, property: {name: email, tags: [pii], classification: internal}}
                    - {note: misspelt, property: {name: email, tags: [pii], classification: confidental}}
                    - note: a word of the order is judged by its place in it
                      property: {name: email, tags: [pii], classification: internal}
                      params: {others: [internal]}
                    - {note: the custom property says it, property: {name: contact, customProperties: [{property: pii, value: true}]}}
                    - note: only restricted is allowed here
                      property: {name: email, tags: [pii], classification: confidential}
                      params: {allowed: [restricted]}
                  pass:
                    - {property: {name: email, tags: [pii], classification: restricted}}
                    - {note: upper and lower case are the same, property: {name: email, tags: [pii], classification: Confidential}}
                    - {note: a word beside the order, property: {name: email, tags: [pii], classification: Sensitive}}
                    - {note: a word beside the order, property: {name: email, tags: [pii], classification: secret}}
                    - {note: a word beside the order, property: {name: email, tags: [pii], classification: strictly confidential}}
                    - {note: no personal data, property: {name: order_total, classification: internal}}
                    - {note: what the law protects specially is another rule's, property: {name: religion, tags: [pii]}}

              - id: pii-encrypted
                summary: Personal data is also there in encrypted form, or is itself protected.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: isPersonal(property)
                params:
                  protected: {value: [encrypted, hashed, masked, tokenised, tokenized, pseudonymised, pseudonymized], tighten: subset}
                require: filled(property.encryptedName) || property.tags.exists(tag, tag.lowerAscii() in params.protected)
                at: property.encryptedName
                message: "`{property.path}` holds personal data, but the contract names no encrypted form of it"
                remedy:
                  ODCS: >-
                    Name the column with the encrypted values as `{key(property.encryptedName)}`. Where the values themselves are
                    protected, add to `{key(property.tags)}` one of: {params.protected}.
                  DCS: >-
                    Where the values themselves are protected, add to `{key(property.tags)}` one of: {params.protected}. Else
                    serve them so.
                rationale: >-
                  Most consumers need to join or count people, not to know them. An encrypted column lets them work without
                  seeing the data.
                references: [GDPR Art. 32(1)(a), GDPR Art. 25, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - {property: {name: email, tags: [pii], classification: restricted}}
                    - {note: another tag does not protect, property: {name: email, tags: [pii, contact]}}
                  pass:
                    - {property: {name: email, tags: [pii], encryptedName: email_enc}}
                    - {note: the values themselves are hashed, property: {name: email_key, tags: [pii, Hashed]}}
                    - {property: {name: email_key, tags: [pii, encrypted]}}
                    - {property: {name: email_key, tags: [pii, masked]}}
                    - {property: {name: email_key, tags: [pii, tokenised]}}
                    - {property: {name: email_key, tags: [pii, tokenized]}}
                    - {property: {name: email_key, tags: [pii, pseudonymised]}}
                    - {property: {name: email_key, tags: [pii, pseudonymized]}}
                    - {note: no personal data, property: {name: order_total}}

              - id: pii-untagged
                summary: A property that looks like personal data is marked as such.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: property
                where: filled(personalData(property, params.names))
                params:
                  names: {value: [], tighten: superset}
                require: isPersonal(property)
                at: property.name
                message: "`{property.path}` looks like personal data ({personalData(property, params.names)}) but is not tagged `pii`"
                remedy:
                  ODCS: >-
                    Add `pii` to `{key(property.tags)}`, and set `{key(property.classification)}` to confidential or restricted.
                    If the values say nothing about a person, add `pii:false` instead.
                  DCS: >-
                    Write `pii: true` at the field, and set `{key(property.classification)}` to confidential or restricted. If
                    the values say nothing about a person, write `pii: false`.
                rationale: >-
                  Every other privacy rule looks at the tag. Personal data that nobody tagged slips past all of them, and past the
                  record of processing activities.
                references: [GDPR Art. 4(1), GDPR Art. 30, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - {note: the name says e-mail, property: {name: contact_email, logicalType: string}}
                    - {note: the format says it, property: {name: contact, logicalType: string, logicalTypeOptions: {format: email}}}
                    - {note: in camel case, property: {name: dateOfBirth, logicalType: date}}
                    - {note: in German, property: {name: geburtsdatum, logicalType: date}}
                    - note: a word of one's own
                      property: {name: badge_number, logicalType: string}
                      params: {names: ["badge_*"]}
                  pass:
                    - {property: {name: contact_email, tags: [pii]}}
                    - {note: a count is about no one, property: {name: email_count, logicalType: integer}}
                    - {note: a key of the business, property: {name: customer_id, logicalType: string}}
                    - {note: unknown without the word of one's own, property: {name: badge_number, logicalType: string}}

              - id: classification-known
                summary: A classification is one of those that the organisation knows.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: property
                where: filled(property.classification) && !isPersonal(property) && !filled(specialCategory(property))
                params:
                  others: {value: [sensitive], tighten: subset, description: words that stand beside the order}
                require: filled(classificationRank(property.classification)) || property.classification.lowerAscii() in params.others
                at: property.classification
                message: "`{property.path}` has an unknown classification: `{property.classification}`"
                remedy: >-
                  Set `{key(property.classification)}` to public, internal, confidential or restricted, or to one of those that
                  your organisation has configured instead.
                rationale: >-
                  Tools that mask or grant access compare the word. One that they do not know protects nothing, and nobody notices.
                references:
                  - "ISO/IEC 27001:2022 A.5.12"
                  - "ISO/IEC 27001:2022 A.5.13"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"
                examples:
                  fail:
                    - {property: {name: order_total, classification: secretish}}
                    - {note: misspelt, property: {name: order_total, classification: confidental}}
                  pass:
                    - {property: {name: order_total, classification: public}}
                    - {property: {name: order_total, classification: internal}}
                    - {property: {name: order_total, classification: confidential}}
                    - {property: {name: order_total, classification: restricted}}
                    - {note: a word of the Data Contract Specification, property: {name: order_total, classification: Sensitive}}
                    - {note: none given, property: {name: order_total}}
                    - {note: of personal data another rule asks, property: {name: email, tags: [pii], classification: secretish}}
                    - {note: of what the law protects another rule asks, property: {name: religion, classification: secretish}}

              - id: personal-data-in-examples
                summary: Examples hold no data of real persons.
                severity: error
                tier: core
                enforcement: waivable
                lock: open
                select: property
                where: filled(property.examples)
                require: '!filled(personalExample(property))'
                at: property.examples
                message: "an example of `{property.path}` looks like real personal data: {personalExample(property)}"
                remedy: >-
                  Replace it with an invented value: addresses at example.com, telephone numbers kept for fiction (555-0100 to 555-0199),
                  the test numbers of card companies. If it was real, report it as a leak: the history of the file keeps it.
                rationale: >-
                  Contracts are read by many and kept in version control for ever. A real address in an example is a disclosure
                  that cannot be taken back.
                references: [GDPR Art. 5(1)(c), GDPR Art. 33, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - {note: a real-looking address, property: {name: contact, examples: [jane.roe@mail-provider.net]}}
                    - {note: among others, property: {name: contact, examples: [none, jane.roe@mail-provider.net]}}
                    - {note: a valid account number, property: {name: account, examples: [DE37999999990000817264]}}
                  pass:
                    - {note: a domain kept for examples, property: {name: contact, examples: [jane.roe@example.com]}}
                    - {note: a telephone number kept for fiction, property: {name: contact, examples: ["+1 202 555 0143"]}}
                    - {property: {name: order_status, examples: [accepted, shipped]}}
                    - {note: no examples, property: {name: contact}}

              - id: special-category-restricted
                summary: Data of the special categories of the GDPR is restricted.
                severity: error
                tier: core
                enforcement: waivable
                lock: open
                select: property
                where: filled(specialCategory(property))
                params:
                  allowed: {value: [restricted], tighten: subset}
                  others:
                    value: [sensitive, secret, strictly confidential]
                    tighten: subset
                    description: words beside the order that are strict enough
                require: >-
                  filled(property.classification) && (classifiedAs(property.classification, params.allowed)
                    || !filled(classificationRank(property.classification)) && property.classification.lowerAscii() in params.others)
                at: property.classification
                message: >-
                  `{property.path}` looks like data about {specialCategory(property)}, which the law protects specially, but its
                  classification is {property.classification}
                remedy: >-
                  Set `{key(property.classification)}` to {params.allowed}, and make sure that the contract names the legal ground
                  of Art. 9(2) GDPR.
                rationale: >-
                  Processing data on health, beliefs, origin, sexual life, genetics or biometrics is forbidden unless an exception
                  applies. It needs the strictest handling that the organisation has.
                references: [GDPR Art. 9, "https://eur-lex.europa.eu/eli/reg/2016/679/oj"]
                examples:
                  fail:
                    - {property: {name: diagnosis_code, tags: [pii], classification: confidential}}
                    - {note: no classification, property: {name: religion}}
                    - {note: a word that nobody knows, property: {name: religion, classification: hidden}}
                    - note: a word of the order is judged by its place in it
                      property: {name: religion, classification: internal}
                      params: {others: [internal]}
                  pass:
                    - {property: {name: diagnosis_code, tags: [pii], classification: restricted}}
                    - {note: upper and lower case are the same, property: {name: ethnicity, classification: RESTRICTED}}
                    - {note: a word beside the order, property: {name: religion, classification: Sensitive}}
                    - {note: a word beside the order, property: {name: religion, classification: secret}}
                    - {note: a word beside the order, property: {name: religion, classification: strictly confidential}}
                    - {note: the health of a server, property: {name: health_check_url, classification: internal}}

            """##
        ),
        (
            "product",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: product
            version: 1.0.0
            owner: contractlint
            description: A data product keeps to its archetype, and declares what it takes in.
            rules:
              - id: archetype-known
                summary: A data product says which archetype it is.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: product
                topic: archetype
                params:
                  archetypes:
                    value: [source-aligned, sourceAligned, aggregate, consumer-aligned, consumerAligned]
                    tighten: subset
                require: product.type in params.archetypes || custom(product, "archetype") in params.archetypes
                at: product.type
                message: "the product `{product.path}` does not say which archetype it is"
                remedy:
                  ODPS: >-
                    Set `{key(product.type)}` to sourceAligned, aggregate or consumerAligned.
                  ODPS 0: >-
                    Add to `{key(product.customProperties)}`: `{property: archetype, value: source-aligned}`; the others are
                    aggregate and consumer-aligned.
                  ODPS 1.0: >-
                    Add to `{key(product.customProperties)}`: `{property: archetype, value: source-aligned}`; the others are
                    aggregate and consumer-aligned.
                rationale: >-
                  The archetype tells what to expect: facts as they happened, facts brought together, or facts shaped for one use. Other
                  rules depend on it.
                references:
                  - "ODPS 1.1, Fundamentals"
                  - "Z. Dehghani, Data Mesh, chapter 2"
                  - "https://bitol-io.github.io/open-data-product-standard/"
                examples:
                  fail:
                    - {product: {domain: sales}}
                    - {note: another word, product: {type: dashboard}}
                    - {note: another custom property, product: {customProperties: [{property: tier, value: aggregate}]}}
                  pass:
                    - {product: {type: aggregate}}
                    - {note: before 1.1, product: {customProperties: [{property: archetype, value: source-aligned}]}}
                    - {product: {type: sourceAligned}}
                    - {product: {type: consumerAligned}}
                    - {product: {customProperties: [{property: archetype, value: consumer-aligned}]}}

              - id: source-aligned-has-no-upstream
                summary: A source-aligned product builds on no other product.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: product
                where: product.type in params.names || custom(product, "archetype") in params.names
                params:
                  names: {value: [source-aligned, sourceAligned], tighten: superset}
                require:
                  ports: product.inputPorts.all(port, !filled(port.contractId))
                  contracts: product.outputPorts.all(port, !filled(port.inputContracts))
                at: product.inputPorts
                message:
                  ports: "the product `{product.path}` is source-aligned, but an input port reads the contract of another product"
                  contracts: "the product `{product.path}` is source-aligned, but an output port depends on other contracts"
                remedy: >-
                  If it builds on other products, it is an aggregate or consumer-aligned: say so. Else remove `contractId` from
                  the input port and `inputContracts` from the output port.
                rationale: >-
                  Source-aligned data are the facts of one domain as its own systems recorded them. What is built from other
                  products is something else and inherits their promises.
                references:
                  - "Z. Dehghani, Data Mesh, chapter 2"
                  - "ODPS 1.1, Fundamentals"
                  - "https://bitol-io.github.io/open-data-product-standard/"
                examples:
                  fail:
                    - product: {type: sourceAligned, inputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]}
                      clauses: [ports]
                    - note: before 1.1
                      product:
                        customProperties: [{property: archetype, value: source-aligned}]
                        inputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]
                      clauses: [ports]
                    - note: an output port with a source
                      product:
                        type: sourceAligned
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                      clauses: [contracts]
                  pass:
                    - {product: {type: sourceAligned, outputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]}}
                    - {note: an operational system has no contract, product: {type: sourceAligned, inputPorts: [{name: shop-database}]}}
                    - note: an aggregate
                      product: {type: aggregate, inputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]}

              - id: aggregate-has-upstreams
                summary: An aggregate reads at least two input ports.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: product
                where: product.type in params.names || custom(product, "archetype") in params.names
                params:
                  names: {value: [aggregate], tighten: superset}
                  minimum: {value: 2, tighten: min}
                require: size(product.inputPorts) >= params.minimum
                at: product.inputPorts
                message: >-
                  the product `{product.path}` is an aggregate and needs at least {params.minimum} input ports, but has
                  {size(product.inputPorts)}
                remedy: >-
                  Add each product that it reads to `{key(product.inputPorts)}`; if it reads none or one, it is source-aligned or
                  consumer-aligned: say so.
                rationale: >-
                  An aggregate brings several sources together. Input ports that are not declared hide what breaks when one of
                  them changes.
                references:
                  - "Z. Dehghani, Data Mesh, chapter 2"
                  - "ODPS 1.1, Input ports"
                  - "https://bitol-io.github.io/open-data-product-standard/"
                examples:
                  fail:
                    - {product: {type: aggregate}}
                    - {note: one source, product: {type: aggregate, inputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]}}
                    - {note: before 1.1, product: {customProperties: [{property: archetype, value: aggregate}]}}
                  pass:
                    - product:
                        type: aggregate
                        inputPorts:
                          - {name: orders, version: 1.0.0, contractId: sales-orders}
                          - {name: shipments, version: 1.0.0, contractId: logistics-shipments}
                    - {note: another archetype, product: {type: consumerAligned}}

              - id: consumer-aligned-has-purpose
                summary: A consumer-aligned product says for which use it is made.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: product
                topic: purpose
                where: product.type in params.names || custom(product, "archetype") in params.names
                params:
                  names: {value: [consumer-aligned, consumerAligned], tighten: superset}
                require: filled(product.description.purpose) && meaningful(product.description.purpose, product.path)
                at: product.description
                message: "the product `{product.path}` is made for consumers, but does not say for which use"
                remedy: >-
                  Write under `{key(product.description.purpose)}` who the consumers are and what they use it for.
                rationale: >-
                  A consumer-aligned product is right only for the use that it was made for. Everyone else must be able to see that.
                references:
                  - "Z. Dehghani, Data Mesh, chapter 2"
                  - "ODPS 1.1, Fundamentals"
                  - "https://bitol-io.github.io/open-data-product-standard/"
                examples:
                  fail:
                    - {product: {type: consumerAligned}}
                    - {note: says nothing, product: {type: consumerAligned, description: {purpose: TODO}}}
                    - {note: before 1.1, product: {customProperties: [{property: archetype, value: consumer-aligned}]}}
                  pass:
                    - {product: {type: consumerAligned, description: {purpose: Weekly punctuality for the dashboard of customer care.}}}
                    - {note: another archetype, product: {type: aggregate}}

              - id: input-contract-undeclared
                summary: What an output port depends on is declared as an input port.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: outputPort
                require:
                  declared: outputPort.inputContracts.all(input, declaresInput(product, input.id))
                  version: >-
                    outputPort.inputContracts.all(input,
                      !declaresInput(product, input.id) || declaresInput(product, input.id, input.version))
                at: outputPort.inputContracts
                message:
                  declared: "the output port `{outputPort.name}` depends on a contract that no input port of the product declares"
                  version: "the output port `{outputPort.name}` depends on a version of a contract that no input port declares"
                remedy: >-
                  Add an entry to `{key(product.inputPorts)}` with `name`, `version` and `contractId`, or correct the entry under
                  `inputContracts`.
                rationale: >-
                  Input ports are what the product may read. Whoever follows the data from source to use
                  does not see a dependency that is missing there.
                references: ["ODPS 1.1, Output ports", "https://bitol-io.github.io/open-data-product-standard/"]
                examples:
                  fail:
                    - note: no input port at all
                      product:
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                      clauses: [declared]
                    - note: another contract
                      product:
                        inputPorts: [{name: shipments, version: 1.0.0, contractId: logistics-shipments}]
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                      clauses: [declared]
                    - note: another version
                      product:
                        inputPorts: [{name: orders, version: 2.0.0, contractId: sales-orders}]
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                      clauses: [version]
                    - note: another version of one of two
                      product:
                        inputPorts:
                          - {name: orders, version: 1.0.0, contractId: sales-orders}
                          - {name: shipments, version: 2.0.0, contractId: logistics-shipments}
                        outputPorts:
                          - name: visits
                            version: 1.0.0
                            contractId: visits
                            inputContracts: [{id: sales-orders, version: 1.0.0}, {id: logistics-shipments, version: 1.0.0}]
                      clauses: [version]
                    - note: the version of another contract
                      product:
                        inputPorts:
                          - {name: orders, version: 2.0.0, contractId: sales-orders}
                          - {name: shipments, version: 1.0.0, contractId: logistics-shipments}
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                      clauses: [version]
                    - note: one of two
                      product:
                        inputPorts: [{name: orders, version: 1.0.0, contractId: sales-orders}]
                        outputPorts:
                          - name: visits
                            version: 1.0.0
                            contractId: visits
                            inputContracts: [{id: sales-orders, version: 1.0.0}, {id: logistics-shipments, version: 1.0.0}]
                      clauses: [declared]
                  pass:
                    - product:
                        inputPorts:
                          - {name: shipments, version: 3.0.0, contractId: logistics-shipments}
                          - {name: orders, version: 1.0.0, contractId: sales-orders}
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                    - note: an input port without a version takes any
                      product:
                        inputPorts: [{name: orders, contractId: sales-orders}]
                        outputPorts:
                          - {name: visits, version: 1.0.0, contractId: visits, inputContracts: [{id: sales-orders, version: 1.0.0}]}
                    - {note: nothing to declare, product: {outputPorts: [{name: visits, version: 1.0.0, contractId: visits}]}}

            """##
        ),
        (
            "quality",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: quality
            version: 1.0.0
            owner: contractlint
            description: What the contract promises about the data is also checked, and the checks make sense.
            rules:
              - id: object-has-check
                summary: An object has at least one quality rule of its own.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                topic: quality rule
                where: '!(filled(contract.status) && contract.status.lowerAscii() in params.exempt)'
                params:
                  exempt: {value: [proposed, draft, in development, development, retired], tighten: subset}
                require: filled(object.quality)
                at: object.name
                message: "`{object.path}` has no quality rule of its own"
                remedy:
                  ODCS: >-
                    Add `{{key(quality.metric, "rowCount")}, mustBeGreaterThan: 0}` under `{key(object.quality)}`.
                  DCS: >-
                    Add `{type: library, {key(quality.metric, "rowCount")}, mustBeGreaterThan: 0}` under `{key(object.quality)}`.
                  ODCS 2: >-
                    Add a check under `{key(object.quality)}`, with its `templateName` and `toolName`.
                rationale: >-
                  Rules of single columns do not notice that a load brought nothing, or brought everything twice. That takes a rule of
                  the object.
                references:
                  - "ODCS 3.1, Data quality"
                  - "ISO/IEC 25012:2008"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"
                examples:
                  fail:
                    - {object: {name: orders}}
                    - note: rules of the columns do not count
                      property: {name: order_id, quality: [{metric: nullValues, mustBe: 0}]}
                    - note: no status
                      yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0, schema: [{name: orders}]}"
                  pass:
                    - {object: {name: orders, quality: [{metric: rowCount, mustBeGreaterThan: 0}]}}
                    - {note: a draft may leave it open, contract: {status: Draft}, object: {name: orders}}
                    - {contract: {status: proposed}, object: {name: orders}}
                    - {contract: {status: in development}, object: {name: orders}}
                    - {contract: {status: development}, object: {name: orders}}
                    - {contract: {status: retired}, object: {name: orders}}

              - id: key-unique-check
                summary: A quality rule checks that the key of an object is unique.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: object.properties.exists(p, p.primaryKey == true)
                params:
                  metrics: {value: [duplicateValues, duplicateCount], tighten: subset}
                require: >-
                  object.properties.exists(p, p.primaryKey == true
                    && p.quality.exists(q, q.metric in params.metrics || q.dimension == "uniqueness" || !filled(q.metric)))
                    || object.quality.exists(q, q.metric in params.metrics || q.dimension == "uniqueness" || !filled(q.metric))
                   
                at: >-
                  object.properties.filter(p, p.primaryKey == true).size() == 1
                    ? dyn(object.properties.filter(p, p.primaryKey == true)[0]) : dyn(object)
                message: >-
                  no quality rule checks that the key of `{object.path}` is unique:
                  {object.properties.filter(p, p.primaryKey == true).map(p, p.name)}
                remedy:
                  ODCS: >-
                    Add `{{key(quality.metric, "duplicateValues")}, mustBe: 0}` under `{key(property.quality)}`; under
                    `{key(object.quality)}`, with the properties as its argument, if the key has several parts.
                  DCS: >-
                    Add `{type: library, {key(quality.metric, "duplicateValues")}, mustBe: 0}` under `{key(property.quality)}`;
                    under `{key(object.quality)}`, with the properties as its argument, if the key has several parts.
                  ODCS 2: >-
                    Add a check under `{key(property.quality)}`, with its `templateName` and `toolName`.
                rationale: Most stores do not enforce keys. Duplicates then multiply rows in every join, and nobody notices.
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - {property: {name: order_id, primaryKey: true}}
                    - note: a key of several parts, once
                      object: {name: lines, properties: [{name: order_id, primaryKey: true}, {name: line, primaryKey: true}]}
                    - note: a check of another property
                      object:
                        name: orders
                        properties:
                          - {name: order_id, primaryKey: true}
                          - {name: total, quality: [{metric: duplicateValues, mustBe: 0}]}
                    - note: another check
                      property: {name: order_id, primaryKey: true, quality: [{metric: nullValues, mustBe: 0, dimension: completeness}]}
                    - note: another check of the object
                      object: {quality: [{metric: rowCount, mustBeGreaterThan: 0, dimension: completeness}]}
                      property: {name: order_id, primaryKey: true}
                  pass:
                    - {property: {name: order_id, primaryKey: true, quality: [{metric: duplicateValues, mustBe: 0}]}}
                    - {broken: true, note: an older word, property: {name: order_id, primaryKey: true, quality: [{metric: duplicateCount, mustBe: 0}]}}
                    - note: in SQL
                      property:
                        name: order_id
                        primaryKey: true
                        quality:
                          - {type: sql, dimension: uniqueness, query: SELECT COUNT(*) - COUNT(DISTINCT order_id) FROM orders, mustBe: 0}
                    - note: another metric, for this purpose
                      property: {name: order_id, primaryKey: true, quality: [{metric: invalidValues, mustBe: 0, dimension: uniqueness}]}
                    - note: the same of the object
                      object: {quality: [{metric: rowCount, mustBe: 7, dimension: uniqueness}]}
                      property: {name: order_id, primaryKey: true}
                    - note: a rule of the object, for a key of several parts
                      object: {quality: [{metric: duplicateValues, arguments: {properties: [order_id, line]}, mustBe: 0}]}
                      property: {name: order_id, primaryKey: true}
                    - note: a rule of the object, in SQL
                      object: {quality: [{type: sql, dimension: uniqueness, query: SELECT COUNT(*) FROM duplicates, mustBe: 0}]}
                      property: {name: order_id, primaryKey: true}
                    - note: what a check without a metric looks at is unknown
                      property: {name: order_id, primaryKey: true, quality: [{type: text, description: Checked by the shop.}]}
                    - note: nor does anyone know it of the object's
                      object:
                        name: orders
                        quality: [{type: custom, engine: soda, implementation: "duplicate_count(order_id) = 0"}]
                        properties: [{name: order_id, primaryKey: true}]
                    - {note: no key, property: {name: total, primaryKey: false}}

              - id: required-null-check
                summary: Quality rules check that required properties have values.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: '!(contract.standard == "DCS" && contract.apiVersion.startsWith("0."))'
                params:
                  metrics: {value: [nullValues, missingValues, nullCheck], tighten: subset}
                require: >-
                  object.properties.all(p, !(filled(p.required) && p.required == true)
                  || p.quality.exists(q, q.metric in params.metrics || q.dimension == "completeness" || !filled(q.metric)))
                  || object.quality.exists(q, !filled(q.metric))
                at: object.name
                message: >-
                  no quality rule checks that these required properties of `{object.path}` have values:
                  {object.properties.filter(p, p.required == true
                  && !p.quality.exists(q, !filled(q.metric) || q.metric in params.metrics
                  || filled(q.dimension) && q.dimension == "completeness")).map(p, p.name)}
                remedy:
                  ODCS: >-
                    Add `{{key(quality.metric, "nullValues")}, mustBe: 0}` under `{key(property.quality)}` of each of these
                    properties.
                  DCS: >-
                    Add `{type: library, {key(quality.metric, "nullValues")}, mustBe: 0}` under `{key(property.quality)}` of each
                    of these properties.
                  ODCS 2: >-
                    Add a check under `{key(property.quality)}` of each of these properties, with its `templateName` and
                    `toolName`.
                rationale: "`required` is a promise. Files, topics and many warehouses do not enforce it."
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - {property: {name: total, required: true}}
                    - note: another check
                      property: {name: total, required: true, quality: [{metric: duplicateValues, mustBe: 0, dimension: uniqueness}]}
                    - note: one of several is not checked
                      object:
                        properties:
                          - {name: id, required: true, quality: [{metric: nullValues, mustBe: 0}]}
                          - {name: total, required: true}
                  pass:
                    - {property: {name: total, required: true, quality: [{metric: nullValues, mustBe: 0}]}}
                    - {property: {name: total, required: true, quality: [{metric: missingValues, mustBe: 0}]}}
                    - {broken: true, note: an older word, property: {name: total, required: true, quality: [{metric: nullCheck, mustBe: 0}]}}
                    - note: in SQL
                      property:
                        name: total
                        required: true
                        quality: [{type: sql, dimension: completeness, query: SELECT COUNT(*) FROM orders WHERE total IS NULL, mustBe: 0}]
                    - note: another metric, for this purpose
                      property: {name: total, required: true, quality: [{metric: invalidValues, mustBe: 0, dimension: completeness}]}
                    - note: not all are required
                      object:
                        properties:
                          - {name: id, required: true, quality: [{metric: nullValues, mustBe: 0}]}
                          - {name: comment, required: false}
                          - {name: total}
                    - note: what a check without a metric looks at is unknown
                      property: {name: total, required: true, quality: [{type: text, description: Checked by the shop.}]}
                    - note: nor does anyone know it of the object's
                      object:
                        name: orders
                        quality: [{type: custom, engine: soda, implementation: missing_count(total) = 0}]
                        properties: [{name: total, required: true}]
                    - note: before 1.1.0 the Data Contract Specification has no checks
                      yaml: |
                        dataContractSpecification: 0.9.3
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        models: {orders: {fields: {total: {type: decimal, required: true}}}}
                    - {note: not required, property: {name: total, required: false}}

              - id: critical-element-checked
                summary: A quality rule checks each critical data element.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: property.criticalDataElement == true
                require: filled(property.quality) || object.quality.exists(q, !filled(q.metric))
                at: property.criticalDataElement
                message: "`{property.path}` is a critical data element, but no quality rule checks it"
                remedy:
                  ODCS: >-
                    Add `{{key(quality.metric, "nullValues")}, mustBe: 0}` under `{key(property.quality)}`.
                  DCS: >-
                    Add `{type: library, {key(quality.metric, "nullValues")}, mustBe: 0}` under `{key(property.quality)}`.
                  ODCS 2: >-
                    Add a check under `{key(property.quality)}`, with its `templateName` and `toolName`.
                rationale: >-
                  A critical data element is one that decisions and reports depend on. If it is wrong, someone must notice before
                  it gets there.
                references:
                  - "BCBS 239, principles 3 and 7"
                  - "ODCS 3.1, Data quality"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"
                examples:
                  fail:
                    - {property: {name: total, criticalDataElement: true}}
                    - note: a rule of the object does not look at it
                      object: {quality: [{metric: rowCount, mustBeGreaterThan: 0}]}
                      property: {name: total, criticalDataElement: true}
                  pass:
                    - {property: {name: total, criticalDataElement: true, quality: [{metric: nullValues, mustBe: 0}]}}
                    - note: what a check without a metric looks at is unknown
                      object: {quality: [{type: sql, query: SELECT COUNT(*) FROM orders WHERE total < 0, mustBe: 0}]}
                      property: {name: total, criticalDataElement: true}
                    - {note: not critical, property: {name: total, criticalDataElement: false}}

              - id: operator-sensible
                summary: A quality rule can be met, and can fail.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: quality
                where: filled(quality.metric)
                params:
                  counts:
                    value: [rowCount, nullValues, missingValues, invalidValues, duplicateValues, duplicateCount, nullCheck]
                    tighten: superset
                    description: metrics whose result is a number of rows or a percentage
                require:
                  ordered: >-
                    (size(quality.mustBeBetween) != 2 || !quality.mustBeBetween.all(n, type(n) == int || type(n) == double)
                      || quality.mustBeBetween[0] < quality.mustBeBetween[1])
                      && (size(quality.mustNotBeBetween) != 2 || !quality.mustNotBeBetween.all(n, type(n) == int || type(n) == double)
                        || quality.mustNotBeBetween[0] < quality.mustNotBeBetween[1])
                  possible: >-
                    !(quality.metric in params.counts) || !(filled(quality.mustBeLessThan) && quality.mustBeLessThan <= 0.0)
                      && !(filled(quality.mustBeLessOrEqualTo) && quality.mustBeLessOrEqualTo < 0.0)
                  effective: >-
                    !(quality.metric in params.counts) || !(filled(quality.mustBeGreaterThan) && quality.mustBeGreaterThan < 0.0)
                      && !(filled(quality.mustBeGreaterOrEqualTo) && quality.mustBeGreaterOrEqualTo <= 0.0)
                  number: >-
                    !(quality.metric in params.counts) || (!filled(quality.mustBe) || type(quality.mustBe) == int || type(quality.mustBe) == double)
                      && (!filled(quality.mustNotBe) || type(quality.mustNotBe) == int || type(quality.mustNotBe) == double)
                at:
                  - quality.mustBeBetween
                  - quality.mustNotBeBetween
                  - quality.mustBeLessThan
                  - quality.mustBeLessOrEqualTo
                  - quality.mustBeGreaterThan
                  - quality.mustBeGreaterOrEqualTo
                  - quality.mustBe
                  - quality.mustNotBe
                message:
                  ordered: "the first number of the range in the quality rule at `{quality.path}` must be smaller than the second"
                  possible: "the quality rule at `{quality.path}` can never be met: `{quality.metric}` counts, and no count is below 0"
                  effective: "the quality rule at `{quality.path}` is always met: `{quality.metric}` counts, and every count is 0 or more"
                  number: "the quality rule at `{quality.path}` compares with a text: `{quality.metric}` counts, and gives a number"
                remedy: "Correct the number or its operator: `mustBe: 0` demands none, `mustBeGreaterThan: 0` demands at least one."
                rationale: >-
                  A rule that is always met gives false comfort; one that never is, is soon ignored. Both hide the fault they were
                  meant to find.
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - {note: the wrong way round, quality: {metric: rowCount, mustBeBetween: [100, 10]}, clauses: [ordered]}
                    - {note: the wrong way round, quality: {metric: rowCount, mustNotBeBetween: [100, 10]}, clauses: [ordered]}
                    - {broken: true, note: no range at all, quality: {metric: rowCount, mustBeBetween: [10, 10]}, clauses: [ordered]}
                    - {broken: true, note: no range at all, quality: {metric: rowCount, mustNotBeBetween: [10, 10]}, clauses: [ordered]}
                    - {note: fractions too, quality: {metric: nullValues, mustBeBetween: [0.5, 0.1]}, clauses: [ordered]}
                    - {note: fractions too, quality: {metric: nullValues, mustNotBeBetween: [0.5, 0.1]}, clauses: [ordered]}
                    - {note: no count is below 0, quality: {metric: nullValues, mustBeLessThan: 0}, clauses: [possible]}
                    - {note: no count is below 0, quality: {metric: nullValues, mustBeLessOrEqualTo: -1}, clauses: [possible]}
                    - {note: every count is above -1, quality: {metric: rowCount, mustBeGreaterThan: -1}, clauses: [effective]}
                    - {note: of missing values, quality: {metric: missingValues, mustBeLessThan: 0}, clauses: [possible]}
                    - {note: of invalid ones, quality: {metric: invalidValues, mustBeLessThan: 0}, clauses: [possible]}
                    - {note: of duplicates, quality: {metric: duplicateValues, mustBeLessThan: 0}, clauses: [possible]}
                    - {broken: true, note: in older words, quality: {metric: duplicateCount, mustBeLessThan: 0}, clauses: [possible]}
                    - {broken: true, note: in older words, quality: {metric: nullCheck, mustBeLessThan: 0}, clauses: [possible]}
                    - {note: an empty table is fine by this, quality: {metric: rowCount, mustBeGreaterOrEqualTo: 0}, clauses: [effective]}
                    - {note: a query is no number, quality: {metric: rowCount, mustBe: SELECT COUNT(*) FROM orders}, clauses: [number]}
                    - {note: nor is a word, quality: {metric: rowCount, mustNotBe: none}, clauses: [number]}
                  pass:
                    - {quality: {metric: rowCount, mustBeBetween: [10, 100]}}
                    - {quality: {metric: rowCount, mustNotBeBetween: [10, 100]}}
                    - {note: fractions too, quality: {metric: nullValues, mustBeBetween: [0, 0.5], unit: percent}}
                    - {broken: true, note: no numbers are another rule's, quality: {metric: rowCount, mustBeBetween: [many, few]}}
                    - {broken: true, note: no numbers are another rule's, quality: {metric: rowCount, mustNotBeBetween: [many, few]}}
                    - {broken: true, note: nor is one of them enough, quality: {metric: rowCount, mustBeBetween: [5, few]}}
                    - {broken: true, note: nor is one of them enough, quality: {metric: rowCount, mustNotBeBetween: [5, few]}}
                    - {broken: true, note: one number is another rule's, quality: {metric: rowCount, mustBeBetween: [5]}}
                    - {broken: true, note: one number is another rule's, quality: {metric: rowCount, mustNotBeBetween: [5]}}
                    - {quality: {metric: nullValues, mustBeLessThan: 1}}
                    - {quality: {metric: nullValues, mustBeLessOrEqualTo: 0}}
                    - {quality: {metric: rowCount, mustBeGreaterThan: 0}}
                    - {quality: {metric: rowCount, mustBeGreaterOrEqualTo: 1}}
                    - {quality: {metric: duplicateValues, mustBe: 0}}
                    - note: what is no count may lie below 0
                      yaml: |
                        apiVersion: v3.0.2
                        kind: DataContract
                        id: silos
                        version: 1.0.0
                        status: active
                        schema:
                          - name: silos
                            quality:
                              - {rule: coldest, mustBeLessThan: -5}
                              - {rule: warmest, mustBeGreaterOrEqualTo: -20}
                              - {rule: state, mustBe: closed}
                    - {quality: {metric: rowCount, mustNotBe: 0}}
                    - {note: fractions too, quality: {metric: nullValues, mustBe: 0.5, unit: percent}}
                    - {note: fractions too, quality: {metric: nullValues, mustNotBe: 0.5, unit: percent}}
                    - {note: a difference may be negative, quality: {type: sql, query: SELECT SUM(change) FROM stock, mustBeGreaterThan: -5}}

              - id: metric-sensible
                summary: A metric stands where it can be measured, with what it needs to know.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: quality
                where: filled(quality.metric)
                params:
                  ofObjects: {value: [rowCount], tighten: superset, description: metrics of an object alone}
                  ofProperties: {value: [nullValues, missingValues, invalidValues], tighten: superset, description: metrics of a property alone}
                  withoutArguments: {value: "^v3\\.0\\.|^0\\.|^1\\.1\\.|^1\\.2\\.0", description: versions that have no key for arguments}
                require:
                  object: '!(quality.metric in params.ofObjects) || !filled(property)'
                  property: '!(quality.metric in params.ofProperties) || filled(property)'
                  properties: >-
                    quality.metric != "duplicateValues" || filled(property) || filled(quality.arguments.?properties)
                      || contract.apiVersion.matches(params.withoutArguments)
                  missing: >-
                    quality.metric != "missingValues" || !filled(property) || filled(quality.arguments.?missingValues)
                      || contract.apiVersion.matches(params.withoutArguments)
                  valid: >-
                    quality.metric != "invalidValues" || !filled(property) || contract.apiVersion.matches(params.withoutArguments)
                      || filled(quality.arguments.?validValues)
                      || filled(quality.arguments.?pattern) || filled(property.enum) || filled(property.logicalTypeOptions.pattern)
                  unit: '!(quality.metric in params.ofObjects) || !filled(quality.unit) || !(quality.unit.lowerAscii() in ["percent", "%"])'
                at: quality.metric
                message:
                  object: "`{quality.metric}` measures a whole object, and cannot be measured of `{property.path}`"
                  property: "`{quality.metric}` measures one property, but stands at the object `{object.path}`"
                  properties: "the quality rule at `{quality.path}` does not say of which properties together the values must be unique"
                  missing: "the quality rule at `{quality.path}` does not say which values count as missing"
                  valid: "the quality rule at `{quality.path}` does not say which values are valid"
                  unit: "`{quality.metric}` is a number of rows, and cannot be a percentage"
                remedy:
                  ODCS: >-
                    Move the rule to the object or the property that it measures, or write under `arguments` what it needs: `properties`
                    for duplicateValues of an object, `missingValues` for missingValues, `validValues` or `pattern` for invalidValues.
                  ODCS 3.0: Move the rule to the object or the property that it measures, or leave the percentage out.
                  DCS: Move the rule to the model or the field that it measures, or leave the percentage out.
                  DCS 1.2.1: >-
                    Move the rule to the model or the field that it measures, or write under `arguments` what it needs: `properties` for
                    duplicateValues of a model, `missingValues` for missingValues, `validValues` or `pattern` for invalidValues.
                rationale: No engine can run such a rule. Some pass it over in silence, so that what it promises is never checked.
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - note: a column has no rows of its own
                      property: {name: order_id, quality: [{metric: rowCount, mustBeGreaterThan: 0}]}
                      clauses: [object]
                    - {note: of which column, quality: {metric: nullValues, mustBe: 0}, clauses: [property]}
                    - {quality: {metric: missingValues, mustBe: 0, arguments: {missingValues: [n/a]}}, clauses: [property]}
                    - {quality: {metric: invalidValues, mustBe: 0, arguments: {validValues: [a]}}, clauses: [property]}
                    - {note: of which columns, quality: {metric: duplicateValues, mustBe: 0}, clauses: [properties]}
                    - {note: of none, quality: {metric: duplicateValues, mustBe: 0, arguments: {properties: []}}, clauses: [properties]}
                    - note: which values are missing
                      property: {name: state, quality: [{metric: missingValues, mustBe: 0}]}
                      clauses: [missing]
                    - note: which values are valid
                      property: {name: state, quality: [{metric: invalidValues, mustBe: 0, arguments: {missingValues: [n/a]}}]}
                      clauses: [valid]
                    - {note: percent of what, quality: {metric: rowCount, mustBeGreaterThan: 90, unit: percent}, clauses: [unit]}
                    - {note: percent of what, quality: {metric: rowCount, mustBeGreaterThan: 90, unit: "%"}, clauses: [unit]}
                  pass:
                    - {quality: {metric: rowCount, mustBeGreaterThan: 0, unit: Rows}}
                    - {quality: {metric: rowCount, mustBeGreaterThan: 0}}
                    - {quality: {metric: duplicateValues, mustBe: 0, arguments: {properties: [order_id, line]}}}
                    - property:
                        name: state
                        quality:
                          - {metric: nullValues, mustBe: 0, unit: percent}
                          - {metric: duplicateValues, mustBe: 0}
                          - {metric: missingValues, mustBe: 0, arguments: {missingValues: [n/a]}}
                          - {metric: invalidValues, mustBe: 0, arguments: {validValues: [open, closed]}}
                          - {metric: invalidValues, mustBe: 0, arguments: {pattern: "^[a-z]+$"}}
                    - note: the property says which values are valid
                      property: {name: state, enum: [{value: open}], quality: [{metric: invalidValues, mustBe: 0}]}
                    - note: the property says how they are written
                      property:
                        name: state
                        logicalType: string
                        logicalTypeOptions: {pattern: "^[a-z]+$"}
                        quality: [{metric: invalidValues, mustBe: 0}]
                    - note: before ODCS 3.1 there are no arguments
                      yaml: |
                        apiVersion: v3.0.2
                        kind: DataContract
                        id: orders
                        version: 1.0.0
                        status: active
                        schema:
                          - name: orders
                            quality: [{rule: duplicateValues, mustBe: 0}]
                            properties:
                              - {name: state, quality: [{rule: missingValues, mustBe: 0}, {rule: invalidValues, mustBe: 0}]}
                    - {broken: true, note: an older word, quality: {metric: nullCheck, mustBe: 0}}
                    - {note: no metric, quality: {type: sql, query: SELECT 1, mustBe: 1}}

              - id: dimension-known
                summary: A quality rule says which dimension of quality it is about.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: quality
                where: contract.standard == "ODCS"
                params:
                  dimensions:
                    value: [accuracy, completeness, conformity, consistency, coverage, timeliness, uniqueness]
                    tighten: subset
                require: quality.dimension in params.dimensions
                at: quality.dimension
                message: "the quality rule at `{quality.path}` names none of the known dimensions of quality"
                remedy: "Set `dimension` to accuracy, completeness, conformity, consistency, coverage, timeliness or uniqueness."
                rationale: Dimensions let an organisation see which aspects of quality nobody checks.
                references:
                  - "ODCS 3.1, Data quality"
                  - "EDM Council, Data Quality Dimensions"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"
                examples:
                  fail:
                    - {quality: {metric: rowCount, mustBeGreaterThan: 0}}
                    - note: only accuracy is known here
                      params: {dimensions: [accuracy]}
                      quality: {metric: rowCount, mustBeGreaterThan: 0, dimension: coverage}
                  pass:
                    - note: the dimensions of the standard
                      object:
                        quality:
                          - {type: text, description: Totals are those of the invoice., dimension: accuracy}
                          - {type: text, description: Every order of the shop is here., dimension: completeness}
                          - {type: text, description: Codes are those of ISO 4217., dimension: conformity}
                          - {type: text, description: Lines add up to the total., dimension: consistency}
                          - {type: text, description: All shops are in., dimension: coverage}
                          - {type: text, description: Orders arrive in time., dimension: timeliness}
                          - {type: text, description: No order is here twice., dimension: uniqueness}
                    - note: the Data Contract Specification has no dimensions
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        models:
                          orders:
                            quality: [{type: text, description: Orders arrive in time.}]

              - id: row-count
                summary: A quality rule counts the rows of a table.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: filled(object.physicalType) && object.physicalType.lowerAscii() in params.types
                params:
                  types: {value: [table], tighten: superset}
                  metrics: {value: [rowCount], tighten: subset}
                require: object.quality.exists(q, q.metric in params.metrics || !filled(q.metric))
                at: object.name
                message: "no quality rule counts the rows of `{object.path}`"
                remedy:
                  ODCS: >-
                    Add `{{key(quality.metric, "rowCount")}, mustBeGreaterThan: 0}` under `{key(object.quality)}`, with the number
                    that you expect.
                  DCS: >-
                    Add `{type: library, {key(quality.metric, "rowCount")}, mustBeGreaterThan: 0}` under `{key(object.quality)}`,
                    with the number that you expect.
                  ODCS 2: >-
                    Add a check under `{key(object.quality)}`, with its `templateName` and `toolName`.
                rationale: An empty or half-filled table is a frequent accident, and cheap to notice.
                references: ["ODCS 3.1, Data quality", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/"]
                examples:
                  fail:
                    - {object: {name: orders, physicalType: table}}
                    - {note: upper and lower case are the same, object: {name: orders, physicalType: TABLE}}
                    - {note: another check, object: {name: orders, physicalType: table, quality: [{metric: duplicateValues, mustBe: 0}]}}
                  pass:
                    - {object: {name: orders, physicalType: table, quality: [{metric: rowCount, mustBeGreaterThan: 0}]}}
                    - note: what a check without a metric looks at is unknown
                      object: {name: orders, physicalType: table, quality: [{type: custom, engine: soda, implementation: row_count > 0}]}
                    - {note: a topic is never counted, object: {name: orders, physicalType: topic}}
                    - {note: nobody knows what it is, object: {name: orders}}

            """##
        ),
        (
            "required",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: required
            version: 1.0.0
            owner: contractlint
            description: The commonest policies of an organisation, each off until its parameters are given.
            rules:
              - id: owners
                summary: The owner is one of those that the organisation knows.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                where: size(params.allowed) > 0 && filled(owners(contract)) && contract.standard == "ODCS"
                params:
                  allowed: {value: [], tighten: subset, description: "names of teams and people, as patterns"}
                require: >-
                  owners(contract).exists(owner, filled(owner.username)
                      && params.allowed.exists(pattern, glob(owner.username, pattern)))
                    || (filled(contract.team.name) && params.allowed.exists(pattern, glob(contract.team.name, pattern)))
                at: contract.team
                message: "no owner of the contract `{contract.path}` is one of those that the organisation knows: {params.allowed}"
                remedy: Name one of them as owner, or have this one added to the parameter `allowed` of this rule.
                rationale: Questions, approvals and alerts go to the owner that catalogues know. They reach nobody else.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/team/"]
                examples:
                  fail:
                    - {params: {allowed: ["*@acme.example"]}, member: {username: ada@other.example, role: owner}}
                    - note: an owner without a name
                      params: {allowed: ["*"]}
                      contract: {team: {members: [{role: owner}]}}
                    - note: a team
                      params: {allowed: [sales-data]}
                      contract: {team: {name: other, members: [{username: ada@other.example, role: owner}]}}
                  pass:
                    - {params: {allowed: ["*@acme.example"]}, member: {username: ada@acme.example, role: owner}}
                    - note: one of two, by one of two patterns
                      params: {allowed: [nobody, "*@acme.example"]}
                      contract:
                        team: {members: [{username: ada@other.example, role: owner}, {username: bo@acme.example, role: owner}]}
                    - note: a team
                      params: {allowed: [nobody, sales-data]}
                      contract: {team: {name: sales-data, members: [{username: ada@other.example, role: owner}]}}
                    - note: in the Data Contract Specification
                      params: {allowed: [sales-data]}
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0, owner: sales-data}
                    - {note: no owner at all is another rule's, params: {allowed: [sales-data]}, contract: {tenant: acme}}
                    - {note: off until owners are given, member: {username: ada@other.example, role: owner}}

              - id: domains
                summary: The domain is one of those that the organisation knows.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                where: size(params.allowed) > 0 && filled(contract.domain)
                params:
                  allowed: {value: [], tighten: subset, description: as patterns}
                require: params.allowed.exists(pattern, glob(contract.domain, pattern))
                at: contract.domain
                message: "the domain `{contract.domain}` is none of those that the organisation knows: {params.allowed}"
                remedy: >-
                  Set `{key(contract.domain)}` to one of them, or have this one added to the parameter `allowed` of this rule.
                rationale: Rules, catalogues and budgets find contracts by their domain. A second spelling hides them.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {allowed: [sales, "crm-*"]}, contract: {domain: Sales dept}}
                    - {params: {allowed: [sales]}, contract: {domain: hr}}
                  pass:
                    - {params: {allowed: [sales, "crm-*"]}, contract: {domain: crm-leads}}
                    - {note: no domain is another rule's, params: {allowed: [sales]}, contract: {tenant: acme}}
                    - {note: off until domains are given, contract: {domain: Sales dept}}

              - id: statuses
                summary: The status is one of those that the organisation uses.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                where: size(params.allowed) > 0 && filled(contract.status)
                params:
                  allowed: {value: [], tighten: subset}
                require: contract.status in params.allowed
                at: contract.status
                message: "the status `{contract.status}` is none of those that the organisation uses: {params.allowed}"
                remedy: >-
                  Set `{key(contract.status)}` to one of them.
                rationale: Tools and people decide by the status what they may do with the data.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {allowed: [draft, active]}, contract: {status: proposed}}
                    - {params: {allowed: [draft]}, contract: {status: proposed}}
                  pass:
                    - {params: {allowed: [draft, active]}, contract: {status: draft}}
                    - note: no status
                      params: {allowed: [draft]}
                      yaml: "{apiVersion: v3.2.0, kind: DataContract, id: orders, version: 1.0.0}"
                    - {note: off until statuses are given, contract: {status: proposed}}

              - id: regions
                summary: Data is kept in regions that the organisation allows.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: server
                where: size(params.allowed) > 0 && filled(server.region)
                params:
                  allowed: {value: [], tighten: subset, description: as patterns}
                require: params.allowed.exists(pattern, glob(server.region, pattern))
                at: server.region
                message: "the server `{server.server}` is in a region that the organisation does not allow: `{server.region}`"
                remedy: Move the data, or have the region added to the parameter `allowed` of this rule.
                rationale: Law and contracts with customers say where data may be kept.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/infrastructure-servers/"]
                examples:
                  fail:
                    - {params: {allowed: ["eu-*"]}, server: {server: bus, type: kinesis, region: us-east-1}}
                  pass:
                    - {params: {allowed: ["eu-*", ch-1]}, server: {server: bus, type: kinesis, region: eu-west-1}}
                    - {note: no region, params: {allowed: ["eu-*"]}, server: {server: lake, type: s3, location: "s3://acme/orders"}}
                    - {note: off until regions are given, server: {server: bus, type: kinesis, region: us-east-1}}

              - id: server-types
                summary: Data is served by systems that the organisation runs.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: server
                where: size(params.allowed) > 0
                params:
                  allowed: {value: [], tighten: subset}
                require: server.type in params.allowed
                at: server.type
                message: "the server `{server.server}` is of the type `{server.type}`, which the organisation does not run"
                remedy: Serve the data from one of the types allowed, or have this one added to the parameter `allowed` of this rule.
                rationale: Consumers have accounts, drivers and support for the systems that the organisation runs.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/infrastructure-servers/"]
                examples:
                  fail:
                    - {params: {allowed: [snowflake]}, server: {server: lake, type: s3, location: "s3://acme/orders"}}
                  pass:
                    - {params: {allowed: [s3, snowflake]}, server: {server: lake, type: s3, location: "s3://acme/orders"}}
                    - {note: off until types are given, server: {server: lake, type: s3, location: "s3://acme/orders"}}

              - id: tags
                summary: A contract has the tags that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                params:
                  patterns: {value: [], tighten: superset, description: "for each of these one tag at least, as `cost-center:*`"}
                require: params.patterns.all(pattern, contract.tags.exists(tag, glob(tag, pattern)))
                at: contract.tags
                message: >-
                  the contract `{contract.path}` has no tag for
                  {params.patterns.filter(pattern, !contract.tags.exists(tag, glob(tag, pattern)))}
                remedy: >-
                  Add it to `{key(contract.tags)}`.
                rationale: Costs, access and search go by tags.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {patterns: [finance, "cost-center:*"]}, contract: {tags: [finance]}}
                    - {note: no tags, params: {patterns: [finance]}, contract: {tenant: acme}}
                  pass:
                    - {params: {patterns: [finance, "cost-center:*"]}, contract: {tags: [finance, "cost-center:4711"]}}
                    - {params: {patterns: [finance]}, contract: {tags: [finance]}}
                    - {note: off until tags are given, contract: {tenant: acme}}

              - id: custom-properties
                summary: A contract has the custom properties that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                where: contract.standard != "DCS"
                params:
                  names: {value: [], tighten: superset}
                require: params.names.all(name, filled(custom(contract, name)))
                at: contract.customProperties
                message: >-
                  the contract `{contract.path}` lacks these custom properties:
                  {params.names.filter(name, !filled(custom(contract, name)))}
                remedy: >-
                  Add to `{key(contract.customProperties)}` an entry with `property` and `value` for each of them.
                rationale: What the standard has no key for stands there, and tools of the organisation read it.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/custom-other-properties/"]
                examples:
                  fail:
                    - params: {names: [costCenter, tier]}
                      contract: {customProperties: [{property: costCenter, value: 4711}]}
                  pass:
                    - params: {names: [costCenter, tier]}
                      contract: {customProperties: [{property: costCenter, value: 4711}, {property: tier, value: gold}]}
                    - note: the Data Contract Specification has none
                      params: {names: [costCenter]}
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                    - {note: off until names are given, contract: {tenant: acme}}

              - id: columns
                summary: Every object has the columns that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: filled(object.properties)
                params:
                  names: {value: [], tighten: superset, description: as patterns}
                require: params.names.all(name, object.properties.exists(p, filled(p.name) && glob(p.name, name)))
                at: object.name
                message: >-
                  `{object.path}` lacks these columns:
                  {params.names.filter(name, !object.properties.exists(p, filled(p.name) && glob(p.name, name)))}
                remedy: >-
                  Add them to the data and to `{key(object.properties)}`.
                rationale: Loads, deletions and audits of all tables rely on a few columns that each of them has.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {params: {names: [loaded_at, "*_id"]}, object: {name: orders, properties: [{name: order_id}]}}
                    - {note: beside one without a name, params: {names: [loaded_at]}, object: {name: orders, properties: [{logicalType: string}]}}
                  pass:
                    - {params: {names: [loaded_at, "*_id"]}, object: {name: orders, properties: [{name: order_id}, {name: loaded_at}]}}
                    - {params: {names: ["*_id"]}, object: {name: orders, properties: [{name: order_id}]}}
                    - {note: no columns at all is another rule's, params: {names: [loaded_at]}, object: {name: orders}}
                    - {note: off until names are given, object: {name: orders, properties: [{name: order_id}]}}

              - id: column-order
                summary: Columns stand in the order that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: size(params.order) > 0
                params:
                  order: {value: [], description: "names of columns; those of them that an object has stand in this order"}
                require: >-
                  object.properties.filter(p, p.name in params.order).map(p, p.name)
                    == params.order.filter(name, object.properties.exists(p, p.name == name))
                at: object.name
                message: "the columns of `{object.path}` do not stand in this order: {params.order}"
                remedy: Put them in this order; in the store with the next version that is made anew.
                rationale: Loads by position, and people who compare tables, rely on it.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {params: {order: [id, loaded_at]}, object: {name: orders, properties: [{name: loaded_at}, {name: id}]}}
                  pass:
                    - {params: {order: [id, loaded_at]}, object: {name: orders, properties: [{name: id}, {name: total}, {name: loaded_at}]}}
                    - {note: those that are there, params: {order: [id, loaded_at]}, object: {name: orders, properties: [{name: loaded_at}]}}
                    - {note: off until an order is given, object: {name: orders, properties: [{name: loaded_at}, {name: id}]}}

              - id: id-form
                summary: The id of a contract has the form that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                params:
                  pattern: {value: "", description: a regular expression}
                require: contract.id.matches(params.pattern)
                at: contract.id
                message: "the id `{contract.id}` is not of the form that the organisation asks for: {params.pattern}"
                remedy: >-
                  Choose a `{key(contract.id)}` of this form before others refer to the contract.
                rationale: Tools take domain, system or environment from ids.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {pattern: "^urn:acme:"}, contract: {id: orders}}
                  pass:
                    - {params: {pattern: "^urn:acme:"}, contract: {id: "urn:acme:orders"}}
                    - {note: off until a form is given, contract: {id: orders}}

              - id: version-form
                summary: The version of a contract has the form that the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                params:
                  pattern: {value: "", description: a regular expression}
                require: contract.version.matches(params.pattern)
                at: contract.version
                message: "the version `{contract.version}` is not of the form that the organisation asks for: {params.pattern}"
                remedy: >-
                  Write `{key(contract.version)}` in this form.
                rationale: Tools that release and compare contracts read it.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"}, contract: {version: 1.0.0-rc.1}}
                  pass:
                    - {params: {pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"}, contract: {version: 1.0.0}}
                    - {note: off until a form is given, contract: {version: 1.0.0-rc.1}}

              - id: file-name
                summary: The file of a contract is named as the organisation asks for.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                params:
                  pattern: {value: "", description: "a regular expression for the path, as `/[a-z-]+\\.odcs\\.yaml$`"}
                require: contract.file.matches(params.pattern)
                message: "the file is not named as the organisation asks for: {params.pattern}"
                remedy: Rename the file.
                rationale: People and pipelines find contracts by the names of their files.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {pattern: "\\.odcs\\.yml$"}, contract: {tenant: acme}}
                  pass:
                    - {params: {pattern: "ya?ml$"}, contract: {tenant: acme}}
                    - {note: off until a form is given, file: sales/orders.yaml}

              - id: keys
                summary: The keys that the organisation asks for are filled.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                where: >-
                  size(params.contract) > 0 || size(params.object) > 0 || size(params.property) > 0 || size(params.server) > 0
                params:
                  contract: {value: [], tighten: superset, description: "keys of the contract, as [domain, tenant]"}
                  object: {value: [], tighten: superset, description: keys of each object}
                  property: {value: [], tighten: superset, description: keys of each property that has a name}
                  server: {value: [], tighten: superset, description: keys of each server}
                require:
                  contract: size(missing(contract, params.contract)) == 0
                  object: contract.schema.all(o, size(missing(o, params.object)) == 0)
                  property: allProperties(contract).all(p, !filled(p.name) || size(missing(p, params.property)) == 0)
                  server: contract.servers.all(s, size(missing(s, params.server)) == 0)
                message:
                  contract: "the contract `{contract.path}` does not fill {missing(contract, params.contract)}"
                  object: >-
                    these objects do not fill all of {params.object}:
                    {contract.schema.filter(o, size(missing(o, params.object)) > 0).map(o, o.path)}
                  property: >-
                    these properties do not fill all of {params.property}:
                    {allProperties(contract).filter(p, filled(p.name) && size(missing(p, params.property)) > 0).map(p, p.path)}
                  server: >-
                    these servers do not fill all of {params.server}:
                    {contract.servers.filter(s, size(missing(s, params.server)) > 0).map(s, s.path)}
                remedy: Fill them.
                rationale: Catalogues and tools of the organisation read these keys in every contract.
                references: ["https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/"]
                examples:
                  fail:
                    - {params: {contract: [domain, tenant]}, contract: {domain: sales}, clauses: [contract]}
                    - {params: {object: [description]}, object: {name: orders}, clauses: [object]}
                    - {params: {property: [classification]}, property: {name: total}, clauses: [property]}
                    - note: deep inside
                      params: {property: [description]}
                      property: {name: buyer, description: Who bought it., logicalType: object, properties: [{name: segment}]}
                      clauses: [property]
                    - params: {server: [environment]}
                      server: {server: lake, type: s3, location: "s3://acme/orders"}
                      clauses: [server]
                  pass:
                    - {params: {contract: [domain, tenant]}, contract: {domain: sales, tenant: acme}}
                    - {params: {object: [description]}, object: {name: orders, description: Accepted orders.}}
                    - {params: {property: [classification]}, property: {name: total, classification: internal}}
                    - note: items have no name
                      params: {property: [description]}
                      property: {name: labels, description: Words., logicalType: array, items: {logicalType: string}}
                    - params: {server: [environment]}
                      server: {server: lake, type: s3, location: "s3://acme/orders", environment: prod}
                    - note: the Data Contract Specification knows no domain
                      params: {contract: [domain]}
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                    - {note: off until keys are given, contract: {domain: sales}}

            """##
        ),
        (
            "schema",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: schema
            version: 1.0.0
            owner: contractlint
            description: Objects and properties say what they are, with keys, types and names that consumers can build on.
            rules:
              - id: primary-key-missing
                summary: An object has a primary key.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: object
                topic: primary key
                where: >-
                  filled(object.properties)
                    && !(filled(object.physicalType) && object.physicalType.lowerAscii() in params.keyless)
                params:
                  keyless: {value: [view, topic, stream, queue, message, file, document], tighten: subset}
                require: object.properties.exists(p, p.primaryKey == true)
                at: object.name
                message: "`{object.path}` has no primary key"
                remedy: >-
                  Mark the property that identifies a record with `{key(property.primaryKey, true)}`. If it takes several, mark
                  each of them and number them with `{key(property.primaryKeyPosition)}`.
                rationale: >-
                  Without a key nobody can tell whether two records are the same, join to them, or remove duplicates.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {object: {name: orders, properties: [{name: total}, {name: ordered_at}]}}
                    - note: it says that none is
                      object: {name: orders, physicalType: table, properties: [{name: order_id, primaryKey: false}]}
                  pass:
                    - {object: {name: orders, properties: [{name: order_id, primaryKey: true}, {name: total}]}}
                    - {note: events have no key, object: {name: orders, physicalType: Topic, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: view, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: stream, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: queue, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: message, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: file, properties: [{name: total}]}}
                    - {object: {name: orders, physicalType: document, properties: [{name: total}]}}
                    - {note: without properties there is nothing to mark, object: {name: orders}}

              - id: primary-key-nullable
                summary: Properties of the primary key are required.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: property
                where: property.primaryKey == true && filled(property.required)
                require: property.required == true
                at: property.required
                message: "`{property.path}` is part of the primary key, but may be missing"
                remedy: >-
                  Write `{key(property.required, true)}`, or take the property out of the key.
                rationale: A record whose key is null cannot be found, joined or told from another. SQL forbids it.
                references:
                  - "ISO/IEC 9075-2, 4.18"
                  - "ODCS 3.1, Schema"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"
                examples:
                  fail:
                    - {property: {name: order_id, primaryKey: true, required: false}}
                  pass:
                    - {property: {name: order_id, primaryKey: true, required: true}}
                    - {note: the key says it, property: {name: order_id, primaryKey: true}}
                    - {note: no key, property: {name: total, primaryKey: false, required: false}}

              - id: logical-type-missing
                summary: A property has a logical type.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: property
                topic: logical type
                where: contract.standard == "ODCS"
                require: filled(property.logicalType)
                at: property.name
                message: "`{property.path}` has no logical type"
                remedy: >-
                  Set `{key(property.logicalType)}` to the type of its values, such as string, integer, number, boolean or date.
                rationale: >-
                  The logical type is what consumers build on, whatever store the data is in. Without it, a change of the type goes
                  unnoticed too.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {property: {name: total}}
                    - {note: the type of the store does not replace it, property: {name: total, physicalType: "NUMERIC(12,2)"}}
                    - {note: the items too, property: {name: labels, logicalType: array, items: {physicalType: VARCHAR}}}
                  pass:
                    - {property: {name: total, logicalType: number}}
                    - note: in the Data Contract Specification a definition may bring the type
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        models: {orders: {fields: {order_id: {$ref: "#/definitions/order_id"}}}}
                        definitions: {order_id: {type: string}}

              - id: physical-type-missing
                summary: The columns of a database have their physical types.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: object
                where: contract.standard == "ODCS" && contract.servers.exists(s, s.type in params.servers)
                params:
                  servers:
                    value:
                      - bigquery
                      - databricks
                      - db2
                      - mysql
                      - oracle
                      - postgres
                      - postgresql
                      - redshift
                      - snowflake
                      - sqlserver
                      - synapse
                      - trino
                    tighten: superset
                require: object.properties.all(p, filled(p.physicalType))
                at: object.name
                message: >-
                  `{object.path}` is in a database, but the contract does not say which type these columns have there:
                  {object.properties.filter(p, !filled(p.physicalType)).map(p, p.name)}
                remedy: >-
                  Set `{key(property.physicalType)}` of each to its type in the database, such as `VARCHAR(36)`.
                rationale: Only the physical type tells lengths, precision and time zones. Consumers need them to copy the data safely.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - property: {name: total, logicalType: number}
                      server: {server: db, type: postgresql, host: db.acme.example, port: 5432, database: sales, schema: orders}
                    - note: one of several servers, and one of several columns
                      object: {name: orders, properties: [{name: order_id, physicalType: CHAR(36)}, {name: total}]}
                      contract: {servers: [{server: lake, type: s3, location: "s3://acme/orders"}, {server: db, type: postgres}]}
                    - {note: each of these is a database, property: {name: total}, server: {server: db, type: bigquery}}
                    - {property: {name: total}, server: {server: db, type: databricks}}
                    - {property: {name: total}, server: {server: db, type: db2}}
                    - {property: {name: total}, server: {server: db, type: mysql}}
                    - {property: {name: total}, server: {server: db, type: oracle}}
                    - {property: {name: total}, server: {server: db, type: postgres}}
                    - {property: {name: total}, server: {server: db, type: redshift}}
                    - {property: {name: total}, server: {server: db, type: snowflake}}
                    - {property: {name: total}, server: {server: db, type: sqlserver}}
                    - {property: {name: total}, server: {server: db, type: synapse}}
                    - {property: {name: total}, server: {server: db, type: trino}}
                  pass:
                    - property: {name: total, logicalType: number, physicalType: "NUMERIC(12,2)"}
                      server: {server: db, type: postgresql, host: db.acme.example, port: 5432, database: sales, schema: orders}
                    - note: files have no types of columns
                      property: {name: total, logicalType: number}
                      server: {server: lake, type: s3, location: "s3://acme/orders"}
                    - note: the column's type says what its items are
                      property: {name: labels, logicalType: array, physicalType: "VARCHAR[]", items: {logicalType: string}}
                      server: {server: db, type: postgresql, host: db.acme.example, port: 5432, database: sales, schema: orders}
                    - {note: no server, property: {name: total, logicalType: number}}
                    - note: the Data Contract Specification gives it in another place
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: orders
                        info: {title: Orders, version: 1.0.0}
                        servers: {db: {type: postgres, host: db.acme.example, port: 5432, database: sales, schema: orders}}
                        models: {orders: {fields: {total: {type: decimal}}}}

              - id: items-missing
                summary: An array says what its items are.
                severity: warning
                tier: core
                enforcement: waivable
                lock: open
                select: property
                topic: items
                where: property.logicalType == "array"
                require: filled(property.items)
                at: property.logicalType
                message: "`{property.path}` is an array, but nothing says what its items are"
                remedy: >-
                  Say what they are, with at least `{key(property.items.logicalType, "string")}`.
                rationale: Consumers have to unpack the array. What comes out of it is part of the contract.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {property: {name: labels, logicalType: array}}
                  pass:
                    - {property: {name: labels, logicalType: array, items: {logicalType: string}}}
                    - {note: no array, property: {name: label, logicalType: string}}
                    - {note: no type, property: {name: label}}

              - id: object-empty
                summary: An object has properties.
                severity: warning
                tier: recommended
                enforcement: waivable
                lock: open
                select: object
                topic: properties
                where: '!(filled(object.logicalType) && object.logicalType in params.opaque)'
                params:
                  opaque: {value: [blob], tighten: subset}
                require: filled(object.properties)
                at: object.name
                message: "`{object.path}` has no properties"
                remedy: >-
                  List the columns or fields under `{key(object.properties)}`.
                rationale: A contract about an object without properties promises nothing that anyone could build on or check.
                references: ["ODCS 3.1, Schema", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {object: {name: orders, description: Accepted orders.}}
                    - {note: an empty list, object: {name: orders, logicalType: object, properties: []}}
                  pass:
                    - {object: {name: orders, properties: [{name: order_id, logicalType: string}]}}
                    - {note: a file without inner structure, object: {name: scans, logicalType: blob}}

              - id: name-case
                summary: The name of a property is written in one style.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                where: filled(property.name)
                require: case(property.name) != "mixed"
                at: property.name
                message: "the name of `{property.path}` is written in no style: neither snake_case nor camelCase nor another one"
                remedy: Rename it with the next major version, or first offer it under a new name beside the old one.
                rationale: Nobody can guess such a name. Some databases also change upper and lower case of names by themselves.
                references: ["ISO/IEC 11179-5", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {property: {name: Order_id-2}}
                  pass:
                    - {property: {name: order_id}}
                    - {property: {name: orderId}}
                    - {property: {name: ORDER_ID}}
                    - {property: {name: OrderId}}
                    - {property: {name: order-id}}
                    - {note: items of arrays have no name, property: {name: labels, logicalType: array, items: {logicalType: string}}}

              - id: name-reserved-word
                summary: The name of a column is no reserved word of SQL.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: property
                require: '!isReservedWord(property)'
                at: property.name
                message: "the name of `{property.path}` is a reserved word of SQL"
                remedy: Choose a name that needs no quotes, such as order_number instead of order.
                rationale: Such a column must be quoted in every query. Whoever forgets that gets an error that does not name the cause.
                references: ["ISO/IEC 9075-2:2023, 5.2", "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/"]
                examples:
                  fail:
                    - {property: {name: order}}
                    - {note: upper and lower case are the same, property: {name: SELECT}}
                    - {note: the name in the store counts, property: {name: order_number, physicalName: order}}
                  pass:
                    - {property: {name: order_id}}
                    - {note: the store has another name, property: {name: order, physicalName: order_ref}}

            """##
        ),
        (
            "security",
            ##"""
            apiVersion: contractlint/v1
            kind: RulePack
            id: security
            version: 1.0.0
            owner: contractlint
            description: No secret stands in a contract, and access to what is restricted is by role and approval.
            rules:
              - id: no-secret
                summary: No text of a contract or product holds a secret.
                severity: error
                tier: core
                enforcement: waivable
                lock: open
                select: text
                require: '!filled(secret(text))'
                message: "the text of `{text.key}` holds {secret(text)}"
                remedy: >-
                  Have the secret revoked now: it stays in the history of the file. Then write a placeholder such as `${PASSWORD}` here,
                  and keep the new secret in a vault.
                rationale: >-
                  Contracts are copied into catalogues, chats and pull requests. A secret in one of them is known to all who can
                  read it, for ever.
                references: ["CWE-798", "ISO/IEC 27001:2022 A.5.17", "https://cwe.mitre.org/data/definitions/798.html"]
                examples:
                  fail:
                    - note: a key of Amazon Web Services
                      server: {server: lake, type: s3, location: "s3://acme/orders", description: connect with AKIAQ3EGRZ5XJ4BWVT2N}
                    - note: a password inside an address
                      support: {channel: help, url: "https://bot:Tr0ub4dor9x@chat.acme.example/help"}
                    - note: in a custom property
                      contract: {customProperties: [{property: connection, value: "Server=db1;User=etl;Password=Xk29vTqLm4"}]}
                    - note: by the name of the property
                      contract: {customProperties: [{property: dbPassword, value: Xk29vTqLm4}]}
                  pass:
                    - note: a placeholder
                      contract: {customProperties: [{property: connection, value: "Server=db1;User=etl;Password=${DB_PASSWORD}"}]}
                    - note: where the secret is kept
                      contract: {customProperties: [{property: dbPassword, value: "vault:sales/db#password9"}]}
                    - note: talk about passwords
                      contract: {description: {usage: "Ask the team for a password, and never store it in the contract."}}
                    - {note: an identifier, contract: {id: 53581432-6c55-4ba2-a65f-72344a91553a}}

              - id: restricted-has-role
                summary: Restricted data is read through a role that the contract names.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: role
                where: >-
                  contract.standard == "ODCS" && !(filled(contract.status) && contract.status.lowerAscii() in params.exempt)
                    && allProperties(contract).exists(p,
                      filled(p.classification) && p.classification.lowerAscii() in params.classifications)
                params:
                  classifications: {value: [restricted], tighten: superset}
                  exempt: {value: [proposed, draft, in development, development], tighten: subset}
                require: filled(contract.roles) || contract.servers.exists(server, filled(server.roles))
                at: contract.roles
                message: "`{contract.path}` holds restricted data, but the contract names no role that gives access to it"
                remedy: >-
                  Add to `{key(contract.roles)}` each `role` through which the data is read, with its `access`, and who approves
                  requests as `firstLevelApprovers`.
                rationale: Restricted means that few may read it. Without a role, nobody can ask for access, grant it, or review it.
                references:
                  - "ISO/IEC 27001:2022 A.5.15"
                  - "ODCS 3.1, Roles"
                  - GDPR Art. 32(4)
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/roles/"
                examples:
                  fail:
                    - {property: {name: salary, classification: restricted}}
                    - {note: upper and lower case are the same, property: {name: salary, classification: Restricted}}
                    - note: deep inside
                      property: {name: pay, logicalType: object, properties: [{name: salary, classification: restricted}]}
                    - note: a server without roles
                      property: {name: salary, classification: restricted}
                      server: {server: lake, type: s3, location: "s3://acme/pay"}
                    - note: no status
                      yaml: |
                        apiVersion: v3.2.0
                        kind: DataContract
                        id: pay
                        version: 1.0.0
                        schema: [{name: pay, properties: [{name: salary, classification: restricted}]}]
                  pass:
                    - {property: {name: salary, classification: restricted}, role: {role: pay_reader}}
                    - note: a role of the server
                      property: {name: salary, classification: restricted}
                      server: {server: lake, type: s3, location: "s3://acme/pay", roles: [{role: pay_reader}]}
                    - {note: nothing restricted, property: {name: total, classification: internal}}
                    - {note: not classified, property: {name: total}}
                    - {note: a draft may leave it open, contract: {status: Draft}, property: {name: salary, classification: restricted}}
                    - {contract: {status: proposed}, property: {name: salary, classification: restricted}}
                    - {contract: {status: in development}, property: {name: salary, classification: restricted}}
                    - {contract: {status: development}, property: {name: salary, classification: restricted}}
                    - note: the Data Contract Specification has no roles
                      yaml: |
                        dataContractSpecification: 1.2.0
                        id: pay
                        info: {title: Pay, version: 1.0.0}
                        models: {pay: {fields: {salary: {type: decimal, classification: restricted}}}}

              - id: role-has-approver
                summary: A role names who approves access.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: role
                topic: approver
                require: filled(role.firstLevelApprovers)
                at: role.role
                message: "the role `{role.role}` does not say who approves access"
                remedy: >-
                  Write the people or the group that decides as `{key(role.firstLevelApprovers)}` of the role.
                rationale: A request without an approver is granted by whoever has the rights, or by no one.
                references:
                  - "ISO/IEC 27001:2022 A.5.18"
                  - "ODCS 3.1, Roles"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/roles/"
                examples:
                  fail:
                    - {role: {role: sales_reader, access: read}}
                    - {note: second approvers with none before them, role: {role: sales_reader, secondLevelApprovers: steward@acme.example}}
                  pass:
                    - {role: {role: sales_reader, firstLevelApprovers: owner@acme.example}}

              - id: server-production-named
                summary: An active contract marks the server that is in production.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: contract
                topic: production server
                where: >-
                  filled(contract.servers) && filled(contract.status) && contract.status.lowerAscii() in params.statuses
                params:
                  statuses: {value: [active, current, production], tighten: superset}
                  environments: {value: [prod, production, prd, live], tighten: subset}
                require: >-
                  contract.servers.exists(server, filled(server.environment) && server.environment.lowerAscii() in params.environments)
                at: contract.servers
                message: "no server of the contract `{contract.path}` is marked as the one in production"
                remedy: >-
                  Set `{key(server.environment, "prod")}` on the server that consumers should read from.
                rationale: >-
                  Consumers who cannot tell production from test read the wrong one, and tools do not know which one to protect.
                references:
                  - "ODCS 3.1, Infrastructure and servers"
                  - "ISO/IEC 27001:2022 A.8.31"
                  - "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/infrastructure-servers/"
                examples:
                  fail:
                    - {server: {server: lake, type: s3, location: "s3://acme/orders"}}
                    - {server: {server: lake, type: s3, location: "s3://acme-test/orders", environment: test}}
                    - note: upper and lower case are the same
                      contract: {status: Active}
                      server: {server: lake, type: s3, location: "s3://acme/orders"}
                    - {contract: {status: current}, server: {server: lake, type: s3, location: "s3://acme/orders"}}
                    - {contract: {status: production}, server: {server: lake, type: s3, location: "s3://acme/orders"}}
                  pass:
                    - {server: {server: lake, type: s3, location: "s3://acme/orders", environment: Production}}
                    - {server: {server: lake, type: s3, location: "s3://acme/orders", environment: prd}}
                    - {server: {server: lake, type: s3, location: "s3://acme/orders", environment: live}}
                    - note: beside one for tests
                      contract:
                        servers:
                          - {server: test, type: s3, location: "s3://acme-test/orders", environment: test}
                          - {server: lake, type: s3, location: "s3://acme/orders", environment: prod}
                    - {note: no servers, contract: {tenant: acme}}
                    - note: a draft may have test servers only
                      contract: {status: draft}
                      server: {server: lake, type: s3, location: "s3://acme-test/orders", environment: test}
                    - note: no status
                      yaml: |
                        apiVersion: v3.2.0
                        kind: DataContract
                        id: orders
                        version: 1.0.0
                        servers: [{server: lake, type: s3, location: "s3://acme/orders"}]

              - id: plain-http
                summary: Addresses are reached over an encrypted connection.
                severity: warning
                tier: strict
                enforcement: waivable
                lock: open
                select: text
                where: text.value.startsWith("http://") && !params.vocabularies.exists(pattern, glob(text.value, pattern))
                params:
                  vocabularies:
                    value: ["http://schema.org/*", "http://www.w3.org/*", "http://purl.org/*", "http://xmlns.com/*", "http://json-schema.org/*"]
                    tighten: subset
                    description: addresses that name a term and are never fetched
                  local: {value: "^http://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/]|$)"}
                require: text.value.matches(params.local)
                message: "`{text.key}` is an address without encryption: {text.value}"
                remedy: Write https:// instead of http://. If the server does not offer that yet, have it set up.
                rationale: Anyone on the way can read and change what goes over plain HTTP, access tokens included.
                references: ["CWE-319", "ISO/IEC 27001:2022 A.8.24", "https://cwe.mitre.org/data/definitions/319.html"]
                examples:
                  fail:
                    - {support: {channel: help, url: "http://chat.acme.example/help"}}
                    - {note: not this machine but one that sounds like it, support: {channel: help, url: "http://localhost.acme.example/"}}
                  pass:
                    - {support: {channel: help, url: "https://chat.acme.example/help"}}
                    - {note: on the same machine, server: {server: local, type: api, location: "http://localhost:8080/orders"}}
                    - note: the name of a term, which is compared and not fetched
                      contract: {authoritativeDefinitions: [{type: semantics, url: "http://schema.org/Order"}]}
                    - {contract: {authoritativeDefinitions: [{type: semantics, url: "http://www.w3.org/2006/time#Instant"}]}}
                    - {contract: {authoritativeDefinitions: [{type: semantics, url: "http://purl.org/dc/terms/title"}]}}
                    - {contract: {authoritativeDefinitions: [{type: semantics, url: "http://xmlns.com/foaf/0.1/Person"}]}}
                    - {contract: {authoritativeDefinitions: [{type: semantics, url: "http://json-schema.org/draft-07/schema#"}]}}
                    - {note: inside a sentence, contract: {description: {usage: "Never read http://old.acme.example again."}}}

            """##
        ),
    ]
}
