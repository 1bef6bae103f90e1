/// What may be the name of a key that signs notes (C2SP signed-note): not empty, without Unicode spaces,
/// plus signs and control characters.
enum NoteName {
    static func isValid(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
            }
    }
}
