import Material

extension NightRun {
    /// Goes on to the documents that a listing, a feed or a time map names.
    func follow(_ number: Int, _ readout: Readout) throws {
        end(number, outcome(number, .unchanged, "", documents[number]))
    }

    /// Takes in what needs no server: files of a drop box, and of a repository.
    func collect(_ number: Int) throws {
        end(number, SourceOutcome(source: jobs[number].name, kind: .unchanged))
    }
}
