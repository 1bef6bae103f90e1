extension GlobalOptions {
    /// Arguments with the global options that stand before the command moved behind it, where they are parsed:
    /// `--store X list` is `list --store X`.
    static func reordered(_ arguments: [String]) -> [String] {
        let valued: Set<String> = [
            "--store", "--index", "--laws", "--format", "--max-bytes", "--signing-key", "--wait",
        ]
        let plain: Set<String> = ["--quiet", "--verbose"]
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            let name = String(first.prefix { $0 != "=" })
            if plain.contains(first) || (valued.contains(name) && name != first) {
                leading.append(first)
                rest = rest.dropFirst()
            } else if valued.contains(first), rest.count > 1 {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard !leading.isEmpty, let command = rest.first, !command.hasPrefix("-") else { return arguments }
        return [command] + leading + rest.dropFirst()
    }
}
