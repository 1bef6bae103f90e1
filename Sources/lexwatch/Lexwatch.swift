import ArgumentParser

@main
struct Lexwatch: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lexwatch")
}
