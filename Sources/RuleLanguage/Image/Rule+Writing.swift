internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics

/// A rule as bytes: what everybody asks of it first, then its expressions.
extension Rule {
    /// - Parameter names: of all overloads that programs of the image call.
    func write(to image: inout ImageWriter, _ names: inout OverloadNames) {
        image.write(descriptor.id)
        image.write(descriptor.severity.rawValue)
        image.write(isOff)
        image.write(optional: descriptor.tier) { $1.write($0.rawValue) }
        image.write(enforcement.rawValue)
        image.write(lock.rawValue)
        image.write(optional: effectiveFrom) { $1.write($0) }
        image.write(selection.rawValue)
        prose.write(to: &image)
        scope.write(to: &image)
        for position in [place.start, place.end] {
            image.write(position.line)
            image.write(position.column)
        }
        image.write(each: parameters.given) { [tightenings] parameter, image in
            image.write(parameter.name)
            parameter.value.write(to: &image)
            image.write(optional: tightenings[parameter.name]) { $1.write($0.rawValue) }
        }
        gates.write(to: &image)
        image.write(each: clauses) { $1.write(optional: $0.name) { $1.write($0) } }
        write(expressionsTo: &image, &names)
    }

    private func write(expressionsTo image: inout ImageWriter, _ names: inout OverloadNames) {
        image.write(condition != nil)
        condition?.write(to: &image, &names)
        for clause in clauses {
            clause.condition.write(to: &image, &names)
            clause.demands.write(to: &image)
            image.write(clause.message.count)
            for part in clause.message {
                switch part {
                case .text(let text):
                    image.write(0)
                    image.write(text)
                case .clause: image.write(1)
                case .key(let mention):
                    image.write(3)
                    mention.write(to: &image)
                case .value(let expression):
                    image.write(2)
                    expression.write(to: &image, &names)
                }
            }
        }
        image.write(pointers.count)
        for pointer in pointers {
            switch pointer {
            case .value(let expression):
                image.write(false)
                expression.write(to: &image, &names)
            case .field(let expression, let key):
                image.write(true)
                image.write(Int(key.fieldNumber))
                expression.write(to: &image, &names)
            }
        }
    }
}

extension CompiledExpression {
    fileprivate func write(to image: inout ImageWriter, _ names: inout OverloadNames) {
        image.write(text)
        program.write(to: &image, &names)
    }
}

extension RuleProse {
    fileprivate func write(to image: inout ImageWriter) {
        image.write(summary)
        image.write(optional: remedy) { $0.write(to: &$1) }
        image.write(optional: rationale) { $1.write($0) }
        image.write(each: references) { $1.write($0) }
        image.write(optional: topic) { $1.write($0) }
    }
}

extension Advice {
    fileprivate func write(to image: inout ImageWriter) {
        image.write(each: texts) { text, image in
            image.write(optional: text.scope.standard) { $1.write($0.rawValue) }
            image.write(each: text.scope.numbers) { $1.write($0) }
            image.write(each: text.parts) { part, image in
                switch part {
                case .text(let text):
                    image.write(false)
                    image.write(text)
                case .key(let mention):
                    image.write(true)
                    mention.write(to: &image)
                }
            }
        }
    }
}

extension KeyMention {
    fileprivate func write(to image: inout ImageWriter) {
        path.write(to: &image)
        image.write(optional: value) { $1.write($0) }
    }
}

extension FieldPath {
    fileprivate func write(to image: inout ImageWriter) {
        image.write(each: steps) { step, image in
            image.write(step.kind.rawValue)
            image.write(Int(step.field.fieldNumber))
            image.write(each: step.names) { $1.write($0) }
        }
    }
}

extension Demands {
    fileprivate func write(to image: inout ImageWriter) {
        tree.write(to: &image)
        image.write(isPresence)
    }
}

extension Demands.Tree {
    fileprivate func write(to image: inout ImageWriter) {
        switch self {
        case .nothing: image.write(0)
        case .path(let path):
            image.write(1)
            path.write(to: &image)
        case .all(let trees):
            image.write(2)
            image.write(each: trees) { $0.write(to: &$1) }
        case .any(let trees):
            image.write(3)
            image.write(each: trees) { $0.write(to: &$1) }
        }
    }
}

extension RuleScope {
    fileprivate func write(to image: inout ImageWriter) {
        image.write(isEverything)
        guard !isEverything else { return }
        for patterns in [domains.texts, tenants.texts, statuses.texts, tags.texts, paths.map(\.text)] {
            image.write(each: patterns) { $1.write($0) }
        }
    }
}

extension ParameterValue {
    fileprivate func write(to image: inout ImageWriter) {
        switch self {
        case .null: image.write(0)
        case .bool(let truth):
            image.write(1)
            image.write(truth)
        case .int(let whole):
            image.write(2)
            image.write(Int(whole))
        case .double(let fraction):
            image.write(3)
            image.write(bits: fraction.bitPattern)
        case .string(let text):
            image.write(4)
            image.write(text)
        case .list(let items):
            image.write(5)
            image.write(each: items) { $0.write(to: &$1) }
        }
    }
}

extension Gates {
    fileprivate func write(to image: inout ImageWriter) {
        for keys in [needs, needsAny] { image.write(each: keys) { $1.write(Int($0.fieldNumber)) } }
        image.write(optional: demandedText) { text, image in
            image.write(Int(text.key))
            image.write(bits: text.demanded)
            image.write(bits: text.mask)
        }
        switch probe {
        case .always: image.write(0)
        case .prefix(let word):
            image.write(1)
            image.write(bytes: word)
        case .key(let word):
            image.write(2)
            image.write(bytes: word)
        case .clue(let overload):
            image.write(3)
            image.write(overload)
        }
        image.write(each: contractQuestions) { $1.write($0) }
        image.write(isNever)
    }
}
