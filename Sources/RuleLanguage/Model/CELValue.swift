internal import CEL

/// A value of the rule language; `Value` alone is one of a contract.
typealias CELValue = CEL.Value
