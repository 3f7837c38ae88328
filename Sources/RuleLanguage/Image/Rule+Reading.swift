internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics

extension Rule {
    /// A rule as `write` has written it; its expressions are read when it is first asked.
    init(_ image: inout ImageReader, of pack: PackIdentity, in file: String, _ programs: ProgramImage) {
        let id = image.string()
        let severity = image.word(Severity.self)
        let isOff = image.truth()
        let tier = image.optional { $0.word(Tier.self) }
        let enforcement = image.word(Enforcement.self)
        let lock = image.word(Lock.self)
        let effectiveFrom = image.optional { $0.number() }
        let selection = image.word(Selection.self)
        let prose = RuleProse(&image)
        let scope = RuleScope(&image)
        let start = Position(line: image.number(), column: image.number())
        let end = Position(line: image.number(), column: image.number())
        let parameters = image.list {
            (name: $0.string(), value: ParameterValue(&$0), tighten: $0.optional(Self.tightening))
        }
        let gates = Gates(&image)
        let names = image.list { $0.optional { $0.string() } }
        let expressions = image
        self.init(
            id: id, severity: severity, isOff: isOff, tier: tier, enforcement: enforcement, lock: lock,
            effectiveFrom: effectiveFrom, selection: selection, prose: prose, scope: scope,
            place: Place(file: file, start: start, end: end), pack: pack,
            parameters: ParameterValues(parameters.map { ($0.name, $0.value) }),
            tightenings: Dictionary(
                parameters.compactMap { parameter in parameter.tighten.map { (parameter.name, $0) } },
                uniquingKeysWith: { first, _ in first }),
            gates: gates, clauseNames: names.compactMap { $0 },
            expressions: RuleExpressions {
                var image = expressions
                return RuleExpressions.Compiled(&image, clauses: names, programs)
            })
    }

    private static func tightening(_ image: inout ImageReader) -> Tightening { image.word(Tightening.self) }
}

extension RuleExpressions.Compiled {
    fileprivate convenience init(_ image: inout ImageReader, clauses names: [String?], _ programs: ProgramImage) {
        let condition = image.optional { CompiledExpression(&$0, programs) }
        let clauses = names.map { name in
            CompiledClause(
                name: name, condition: CompiledExpression(&image, programs), demands: Demands(&image),
                message: image.list { MessagePart(&$0, programs) })
        }
        let pointers = image.list { CompiledPointer(&$0, programs) }
        guard image.isAtEnd else {
            preconditionFailure("the rules in the program are damaged: a rule with more than it has")
        }
        self.init(condition: condition, clauses: clauses, pointers: pointers)
    }
}

extension CompiledExpression {
    fileprivate init(_ image: inout ImageReader, _ programs: ProgramImage) {
        text = image.string()
        program = programs.program(&image)
    }
}

extension CompiledPointer {
    fileprivate init(_ image: inout ImageReader, _ programs: ProgramImage) {
        if image.truth() {
            let key = Key(&image)
            self = .field(CompiledExpression(&image, programs), key)
        } else {
            self = .value(CompiledExpression(&image, programs))
        }
    }
}

extension MessagePart {
    fileprivate init(_ image: inout ImageReader, _ programs: ProgramImage) {
        switch image.number() {
        case 0: self = .text(image.string())
        case 1: self = .clause
        case 3: self = .key(KeyMention(&image))
        case 2: self = .value(CompiledExpression(&image, programs))
        default: preconditionFailure("the rules in the program are damaged: an unknown part of a message")
        }
    }
}

extension Key {
    fileprivate init(_ image: inout ImageReader) {
        let index = image.number() - 1
        guard Key.allCases.indices.contains(index) else {
            preconditionFailure("the rules in the program are damaged: an unknown key")
        }
        self = Key.allCases[index]
    }
}

extension RuleProse {
    fileprivate init(_ image: inout ImageReader) {
        summary = image.string()
        remedy = image.optional { Advice(&$0) }
        rationale = image.optional { $0.string() }
        references = image.list { $0.string() }
        topic = image.optional { $0.string() }
    }
}

extension Advice {
    fileprivate init(_ image: inout ImageReader) {
        self.init(
            image.list { image in
                let scope = StandardScope(
                    standard: image.optional { $0.word(Standard.self) }, numbers: image.list { $0.number() })
                return Text(
                    scope: scope,
                    parts: image.list { $0.truth() ? .key(KeyMention(&$0)) : .text($0.string()) })
            })
    }
}

extension KeyMention {
    fileprivate init(_ image: inout ImageReader) {
        self.init(path: FieldPath(&image), value: image.optional { $0.string() })
    }
}

extension FieldPath {
    fileprivate init(_ image: inout ImageReader) {
        self.init(
            image.list { image in
                let kind = image.word(ElementKind.self)
                let field = Key(&image)
                return Step(kind, field, names: image.list { $0.string() })
            })
    }
}

extension Demands {
    fileprivate init(_ image: inout ImageReader) {
        self.init()
        tree = Tree(&image)
        isPresence = image.truth()
    }
}

extension Demands.Tree {
    fileprivate init(_ image: inout ImageReader) {
        switch image.number() {
        case 0: self = .nothing
        case 1: self = .path(FieldPath(&image))
        case 2: self = .all(image.list { Self(&$0) })
        case 3: self = .any(image.list { Self(&$0) })
        default: preconditionFailure("the rules in the program are damaged: an unknown demand")
        }
    }
}

extension RuleScope {
    fileprivate init(_ image: inout ImageReader) {
        self.init()
        guard !image.truth() else { return }
        func texts() -> [String] { image.list { $0.string() } }
        domains = NamePatterns(texts())
        tenants = NamePatterns(texts())
        statuses = NamePatterns(texts())
        tags = NamePatterns(texts())
        paths = texts().map { text in
            do throws(PathPattern.Unusable) { return try PathPattern(text) } catch {
                preconditionFailure("the rules in the program are damaged: a pattern of paths that is none")
            }
        }
    }
}

extension ParameterValue {
    fileprivate init(_ image: inout ImageReader) {
        switch image.number() {
        case 0: self = .null
        case 1: self = .bool(image.truth())
        case 2: self = .int(Int64(image.number()))
        case 3: self = .double(Double(bitPattern: image.bits()))
        case 4: self = .string(image.string())
        case 5: self = .list(image.list { ParameterValue(&$0) })
        default: preconditionFailure("the rules in the program are damaged: an unknown parameter")
        }
    }
}

extension Gates {
    fileprivate init(_ image: inout ImageReader) {
        needs = image.list { Key(&$0) }
        needsAny = image.list { Key(&$0) }
        demandedText = image.optional {
            DemandedText(key: UInt16($0.number()), demanded: $0.bits(), mask: $0.bits())
        }
        switch image.number() {
        case 0: probe = .always
        case 1: probe = .prefix(Array(image.utf8()))
        case 2: probe = .key(Array(image.utf8()))
        case 3: probe = .clue(image.string())
        default: preconditionFailure("the rules in the program are damaged: an unknown probe")
        }
        contractQuestions = image.list { $0.number() }
        isNever = image.truth()
    }
}
