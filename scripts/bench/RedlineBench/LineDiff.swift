import CLibgit2

/// The peer that stands for every line diff: libgit2, in process.
enum LineDiff {
    /// Compares two texts by lines.
    /// - Returns: for each hunk `[old start, old lines, new start, new lines]`, first line 1, as libgit2 says it.
    static func hunks(_ pair: TextPair) -> [[Int]] {
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.context_lines = 0
        options.flags = UInt32(GIT_DIFF_FORCE_TEXT.rawValue)
        var found: [[Int]] = []
        withUnsafeMutablePointer(to: &found) { found in
            pair.old.withUnsafeBytes { old in
                pair.new.withUnsafeBytes { new in
                    _ = git_diff_buffers(
                        old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options, nil, nil,
                        { _, hunk, found in
                            if let hunk = hunk?.pointee {
                                found?.assumingMemoryBound(to: [[Int]].self).pointee.append(
                                    [hunk.old_start, hunk.old_lines, hunk.new_start, hunk.new_lines].map(
                                        Int.init))
                            }
                            return 0
                        }, { _, _, _, _ in 0 }, found)
                }
            }
        }
        return found
    }
}
