/// Meanings of the functions that the rule language has beside CEL's own, in a line each.
enum FunctionMeanings {
    static let all: [String: String] = [
        "filled":
            "Whether a value is present, not null and not blank; a list or mapping: whether it is not empty. Behind it the value can be used without another guard",
        "missing":
            "Those of some keys, in ODCS's words, that an element does not fill; keys that its standard does not have, or demands itself, are left out",
        "custom": "The value of the custom property with this name",
        "owners":
            "The members of the team whose role says that they own; where nobody does, the name of the team; in DCS the `owner`. With a second argument: the words one of which stands in the role of an owner",
        "namesSupport":
            "Whether a contract says how to reach those who look after it: by `support`, by the channels of ODCS 2.2, by DCS's `contact` or its promise of support",
        "sla": "The service level with this property, upper and lower case being the same",
        "duration":
            "The value of a service level with its unit as a length of time; twelve months count 365 days, others 30 each",
        "physical": "The parts of a property's physical type: family, length, precision, scale, zoned",
        "allProperties": "The properties of a contract, object or property at every depth, in the order of the file",
        "classificationRank":
            "The place of a classification in the order public, internal, confidential, restricted, counted from 0; where `compatibility.classifications` gives another order, in that one",
        "classifiedAs":
            "Whether a classification is one of those listed or, in an order that `compatibility.classifications` gives, at least as strict as one of them",
        "today": "The day of the run at midnight UTC; `--today` sets it",
        "date": "A text such as 2026-01-31 or 2026-01-31T12:00:00Z as a point in time",
        "glob": "Whether a text matches a pattern in which `*` stands for any characters and `?` for one",
        "case":
            "The style of a name: snake_case, camelCase, PascalCase, kebab-case, UPPER_SNAKE_CASE or mixed; with a second argument whether it is of that style",
        "convention":
            "The style that most properties of a contract are named in, as `case` calls it; mixed where no style is that of more than half of them",
        "personalProperties": "The properties of a contract that it marks as personal data itself, at every depth.",
        "isPersonal":
            "Whether a property is marked as personal data: by a tag such as pii, by DCS's `pii`, by a custom property, by the definition that it refers to; `pii:false` is a denial",
        "personalData":
            "The kind of personal data that a property's name, format or pattern suggests; further names as patterns in the second argument; none where the contract says that it is no personal data",
        "specialCategory":
            "The special category of personal data (GDPR Art. 9) that a property suggests: health, religion, biometrics, …",
        "personalExample": "An example of a property that looks like a real person's data",
        "secret": "The kind of secret that a text holds, such as an AWS access key; `${VAR}` and placeholders are none",
        "meaningful":
            "Whether a description says more than the name: it is not the name again, not TODO, and has a word of its own",
        "isSemver": "Whether a text is a semantic version such as 1.4.0",
        "isReservedWord": "Whether a name is a reserved word of SQL",
        "isCurrency": "Whether a text is a currency code of ISO 4217",
        "isSLAUnit": "Whether a text is a unit of a service level that is understood",
        "declaresInput":
            "Whether an input port of a product names the contract with this id; with a third argument whether one does in this version or in whatever version",
        "text":
            "A value as a text, whatever the contract writes: numbers and truths are written out; a list or a mapping is none",
        "number": "A value as a number, also one in quotes; anything else is none",
        "integer": "A value as a whole number, also one in quotes; anything else is none",
        "truth": "A value as true or false, however it is spelt; anything else is none",
        "texts": "A value as a list of texts; one that stands alone is a list of one",
        "customText": "The custom property with this name as `text` reads it",
        "customNumber": "The custom property with this name as `number` reads it",
        "customInteger": "The custom property with this name as `integer` reads it",
        "customTruth": "The custom property with this name as `truth` reads it",
        "customTexts": "The custom property with this name as `texts` reads it",
        "ratio": "A part as a share of the whole: `ratio(3, 4)` is 0.75; of nothing it is 1.0",
        "days": "So many days as a length of time: `days(90)`",
        "version":
            "A version as a number that orders versions: `version(contract.version) > version(\"1.9.0\")`; a text that is no semantic version stands before all",
        "target":
            "The property that a relationship points to, the first of several; none where it is not in this contract",
        "targets": "The properties that a relationship points to, those that are in this contract",
        "upstreams": "What a contract or product is made from: not known until the whole mesh is read",
        "downstreams": "What is made from a contract or product: not known until the whole mesh is read",
    ]
}
