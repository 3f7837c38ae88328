enum StandardPackTexts { static let rules: [(name: String, text: String)] = []; static let complete: [(name: String, text: String)] = [] }
