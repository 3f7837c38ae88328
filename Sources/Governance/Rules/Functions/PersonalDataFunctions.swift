internal import CEL

/// Functions about personal data.
enum PersonalDataFunctions {
    static let all: [Function] = []
}
enum SLAUnits { static func seconds(value: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>) -> Double? { nil } }
struct ModelVocabulary {}
enum TimeText { static func text(of value: CELValue) -> String { "" } }
