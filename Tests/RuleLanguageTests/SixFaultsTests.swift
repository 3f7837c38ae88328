import RuleLanguage
import TestSupport
import Testing

/// What a governance person sees who made a mistake: all of them at once, each where it is, with what to write.
@Suite struct SixFaultsTests {
    @Test func everyMistakeOfAPackIsSaidAtOnce() {
        let text = MarkedText(
            """
            apiVersion: contractlint/v1
            kind: RulePack
            id: acme
            version: 1.0.0
            rules:
              - id: misspelt
                severity: error
                select: property
                where: '"pii" in property.tags'
                require: filled(property.⟦clasification⟧)
                message: "`{property.path}` – größer – has no classification"
                remedy: Set it.
                rationale: It matters.
                examples: {fail: [{property: {tags: [pii]}}], pass: [{property: {tags: []}}]}
              - id: wrong-type
                severity: error
                select: object
                require: ⟦object.properties.size() == "3"⟧
                message: wrong
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{object: {}}], pass: [{object: {}}]}
              - id: unknown-function
                severity: error
                select: property
                require:
                  äußerst: 'property.tags.all(t, t != "ü" && ⟦meaningfull⟧(t, property.name))'
                message: wrong
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{property: {}}], pass: [{property: {}}]}
              - id: unguarded
                severity: error
                select: property
                require: "property.name == \\"a\\" || ⟦property.classification⟧ != 'restricted'"
                message: wrong
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{property: {}}], pass: [{property: {}}]}
              - id: ⟦no-example⟧
                severity: error
                select: property
                require: filled(property.description)
                message: wrong
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{property: {}}]}
              - id: ⟦unguarded⟧
                severity: error
                select: property
                require: filled(property.description)
                message: wrong
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{property: {}}], pass: [{property: {description: x}}]}
            """)
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        let expected = [
            ["`clasification`", "did you mean `classification`?"],
            ["an int never equals a string", "write `3`"],
            ["`meaningfull`", "did you mean `meaningful`?"],
            ["`property.classification`", "shall a property without it count?"],
            ["no example that passes", "write one under examples.pass"],
            ["`acme/unguarded` is there twice", "give each rule a name of its own"],
        ]
        #expect(faults.count == expected.count)
        for (fault, fragments) in zip(faults, expected) {
            for fragment in fragments { #expect(fault.message.contains(fragment), "\(fault.message)") }
        }
    }
}
