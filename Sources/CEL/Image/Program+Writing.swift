/// A program as bytes: pointers become what they point to, functions their names.
extension Program {
    /// - Parameter names: of all programs of the image.
    package func write(to image: inout ImageWriter, _ names: inout OverloadNames) {
        image.write(slots)
        image.write(variables)
        image.write(each: messages) { $1.write($0) }
        image.write(code.count)
        for number in code.indices { write(code[number], at: number, &image, &names) }
    }

    private func write(
        _ instruction: Instruction, at number: Int, _ image: inout ImageWriter, _ names: inout OverloadNames
    ) {
        image.write(Int(instruction.opcode.rawValue) << 1 | (instruction.flag ? 1 : 0))
        for part in [
            instruction.node, instruction.first, instruction.second, instruction.third, instruction.number,
            instruction.cost,
        ] {
            image.write(Int(part))
        }
        switch instruction.opcode.content {
        case .none: break
        case .value: write(instruction.value, &image)
        case .pattern:
            let pattern = UnsafeRawPointer(bitPattern: UInt(instruction.value.bits)).unsafelyUnwrapped
            image.write(Unmanaged<ConstantPattern>.fromOpaque(pattern).takeUnretainedValue().text)
        case .operands:
            withUnsafePointer(to: instruction) { instruction in
                image.write(each: instruction.operands) { operand, image in
                    image.write(Int(operand.distance) << 1 | (operand.isOptional ? 1 : 0))
                }
            }
        case .site:
            let site = UnsafePointer<CallSite>(bitPattern: UInt(instruction.value.bits)).unsafelyUnwrapped.pointee
            image.write(site.name)
            image.write(site.count)
            for index in 0..<site.count { image.write(Int(site.arguments[index])) }
            image.write(each: site.candidates) { candidate, image in
                image.write(names.number(site.name, candidate.overload))
                image.write(bits: candidate.proven)
            }
        }
    }

    private func write(_ value: Value, _ image: inout ImageWriter) {
        image.write(Int(value.tag.rawValue))
        switch value.tag {
        case .string, .bytes, .type: image.write(bytes: value.utf8)
        case .list: image.write(each: value.elements) { write($0, &$1) }
        case .map:
            let map = value.mapContent
            image.write(each: 0..<map.count) { number, image in
                write(map.key(number), &image)
                write(map.value(number), &image)
            }
        case .error: image.write(Int(value.errorKind.rawValue))
        default:
            image.write(bits: value.bits)
            image.write(Int(value.extra))
        }
    }
}

extension Instruction.Opcode {
    /// Kind of the `value` of an instruction.
    enum Content { case none, value, pattern, operands, site }

    var content: Content {
        switch self {
        case .constant, .failure, .select, .has, .optionalSelect, .equalText, .unequalText, .insideTexts: .value
        case .matchesConstant: .pattern
        case .list, .map: .operands
        case .call: .site
        default: .none
        }
    }
}
