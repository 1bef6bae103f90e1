import Testing

@testable import Evidence

/// A stamp made with `openssl ts` (3.0.19) on 2026-11-24 by a certificate that was valid for 100 seconds; its keys are
/// gone. What is stamped is the text below.
enum KeptStamp {
    static let text = "an entry of the log"
    static let time: Int64 = 1_795_489_806

    static func request() throws -> [UInt8] { try #require(Base64.decode(joined(requestText))) }
    static func response() throws -> [UInt8] { try #require(Base64.decode(joined(responseText))) }
    static var anchors: [UInt8] { Array(root.utf8) }

    private static func joined(_ text: String) -> String { String(text.filter { !$0.isNewline }) }

    private static let requestText = """
        MEMCAQEwMTANBglghkgBZQMEAgEFAAQgU2DPXO9fCTF4yNoEfdqhzRfcccbkXtMkgrfy6Ed4cBYCCBdvJ6YlalZMAQH/
        """
    private static let responseText = """
        MIIDmDADAgEAMIIDjwYJKoZIhvcNAQcCoIIDgDCCA3wCAQMxDzANBglghkgBZQMEAgEFADCBngYLKoZIhvcNAQkQAQSggY4E
        gYswgYgCAQEGBCoDBAEwMTANBglghkgBZQMEAgEFAAQgU2DPXO9fCTF4yNoEfdqhzRfcccbkXtMkgrfy6Ed4cBYCAQIYDzIw
        MjYxMTI0MDMxMDA2WjAHAgEBgAIB9AIIF28npiVqVkygI6QhMB8xHTAbBgNVBAMMFExleHdhdGNoIHRlc3Qgc3RhbXBzoIIB
        ijCCAYYwggEroAMCAQICAQEwCgYIKoZIzj0EAwIwHTEbMBkGA1UEAwwSTGV4d2F0Y2ggdGVzdCByb290MB4XDTI2MTEyNDAz
        MDkwNloXDTI2MTEyNDAzMTA0NlowHzEdMBsGA1UEAwwUTGV4d2F0Y2ggdGVzdCBzdGFtcHMwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAATVRujGPIFlnFXN/U39y6JFJ7cvzlXCgTQ1ygQUfHLJjib9fknlryhkqnYztmcrK5vOqAmQ05DTW03MCAsBKnG/
        o1owWDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAdBgNVHQ4EFgQU+b0noe9XmV1hX4xTIjNjiaomARUwHwYDVR0jBBgwFoAU
        BLSPExr12kCRjXvPWyqHaKRsxJgwCgYIKoZIzj0EAwIDSQAwRgIhAJL3S4yv1H/p3RipC+OznkToEyEqCWewCcaeKQ3gnRmo
        AiEAvsTlPi4GLmBKKONp3GtxXAQAQUf0m2pxhMfZ9PBD/08xggE1MIIBMQIBATAiMB0xGzAZBgNVBAMMEkxleHdhdGNoIHRl
        c3Qgcm9vdAIBATANBglghkgBZQMEAgEFAKCBpDAaBgkqhkiG9w0BCQMxDQYLKoZIhvcNAQkQAQQwHAYJKoZIhvcNAQkFMQ8X
        DTI2MTEyNDAzMTAwNlowLwYJKoZIhvcNAQkEMSIEIDrmVVguYks9QXE1J8vKftQ4ExStMbkbl07vOl68YSxUMDcGCyqGSIb3
        DQEJEAIvMSgwJjAkMCIEIAQBfXoGht10yYUhxAnEchkVkydkP9+4qRs4KJQ4xwzIMAoGCCqGSM49BAMCBEYwRAIgQWN1s1KI
        YaKw5ccn9PFXEh9gt5z2qCgx30uCYRwByUoCIA04Tc2t4BAD9lSSvR7Wu3k7iT4plGHQzr2BbHDxopc8
        """
    private static let root = """
        -----BEGIN CERTIFICATE-----
        MIIBjzCCATWgAwIBAgIUS04NsrACwepTE1v5ElcVKquieWkwCgYIKoZIzj0EAwIw
        HTEbMBkGA1UEAwwSTGV4d2F0Y2ggdGVzdCByb290MB4XDTI2MTEyNDAzMTAwNloX
        DTQ2MTExOTAzMTAwNlowHTEbMBkGA1UEAwwSTGV4d2F0Y2ggdGVzdCByb290MFkw
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAETpBm1e5PL30jt5M/PjCCDyXVEW0QU4R8
        yvlGhTH+2Zbbtz5ReLlTx1Q//2L0Fh7BqUb4Ozad+iuamqmKwnFcb6NTMFEwHQYD
        VR0OBBYEFAS0jxMa9dpAkY17z1sqh2ikbMSYMB8GA1UdIwQYMBaAFAS0jxMa9dpA
        kY17z1sqh2ikbMSYMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIg
        a+eRhDIAEfdNefALcE1ebNXM/RIvtCCbovFRldhlvwYCIQDhEIS4Kw/lExAJ2JFA
        9VHopW1Gt74NFXoLqu6ZjN2wrQ==
        -----END CERTIFICATE-----

        """
}
