/// The settings of the LibreOffice that reads documents for us: nothing runs, nothing is fetched.
///
/// Measured with LibreOffice 7.4: with its own settings a linked picture is fetched while a document is converted;
/// with these, no address is asked.
enum OfficeProfile {
    /// `registrymodifications.xcu`, all of it.
    static let settings: String = {
        let scripting = "org.openoffice.Office.Common/Security/Scripting"
        let network = "org.openoffice.Inet/Settings"
        let values = [
            // Very high: only macros of trusted places run, and there are none; and then none at all.
            (scripting, "MacroSecurityLevel", "3"), (scripting, "DisableMacrosExecution", "true"),
            (scripting, "BlockUntrustedRefererLinks", "true"),
            // Links to other documents are never followed.
            ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
            // Should anything want an address all the same, it asks a port at which nobody answers.
            (network, "ooInetProxyType", "2"), (network, "ooInetHTTPProxyName", "127.0.0.1"),
            (network, "ooInetHTTPProxyPort", "9"), (network, "ooInetHTTPSProxyName", "127.0.0.1"),
            (network, "ooInetHTTPSProxyPort", "9"), (network, "ooInetFTPProxyName", "127.0.0.1"),
            (network, "ooInetFTPProxyPort", "9"), (network, "ooInetNoProxy", ""),
        ]
        let items = values.map { path, name, value in
            "<item oor:path=\"/\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value>"
                + "</prop></item>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            \(items.joined())</oor:items>

            """
    }()
}
