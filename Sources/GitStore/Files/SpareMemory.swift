internal import CLibgit2

/// Memory that the process no longer uses and has not given back.
package enum SpareMemory {
    /// Gives it back to the system. What one thread asks for and another frees stays with the first one's share of the
    /// allocator otherwise.
    package static func giveBack() { lw_malloc_trim() }
}
