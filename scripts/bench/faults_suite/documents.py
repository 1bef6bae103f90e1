"""Word and PDF documents of a law, good and bad, made from nothing but the standard library."""
import hashlib
import io
import struct
import zipfile
import zlib
from html import escape

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG_AGO = (2020, 1, 1, 0, 0, 0)
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""Of passwords (ISO 32000-1, 7.6.3.3)."""


def body(law, doctype="", before=""):
    """`word/document.xml`."""
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for _, text in law.lines())
    return (f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{WORDS}"><w:body>{before}{lines}'
            "</w:body></w:document>")


def archive(entries):
    """A ZIP archive of (name, bytes or text)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            packed.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(law, *more, document=None):
    """A Word document of the law, with further entries."""
    entries = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document or body(law))]
    return archive([*entries, *more])


def bomb(law):
    """A document whose text unfolds to a gigabyte."""
    out = io.BytesIO(docx(law))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("word/media/x.xml", "w", force_zip64=True) as part:
        block = b" " * (1 << 20)
        for _ in range(1024):
            part.write(block)
    return out.getvalue()


def bomb_of_text(law):
    """The same in the part that holds the text."""
    out = io.BytesIO()
    head, tail = body(law).split("</w:body>")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        with packed.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(head.encode())
            block = (b"<w:p><w:r><w:t>" + b"a" * 1000 + b"</w:t></w:r></w:p>") * 1000
            for _ in range(400):
                part.write(block)
            part.write(b"</w:body>" + tail.encode())
    return out.getvalue()


def entities(law):
    """A document type with an entity that reads a file and others that unfold to gigabytes."""
    lol = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 11))
    doctype = f'<!DOCTYPE w:document [<!ENTITY l0 "law"><!ENTITY file SYSTEM "file:///etc/passwd">{lol}]>'
    return docx(law, document=body(law, doctype, "<w:p><w:r><w:t>&file;&l10;</w:t></w:r></w:p>"))


def sealed():
    """The head of an encrypted Office document: an OLE container."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480) + (
        "EncryptedPackage".encode("utf-16-le") + bytes(96)) * 16


def pdf(law, password=None, scanned=False):
    """A PDF with a Chinese font that is named and not embedded; or a picture of nothing; or locked."""
    lines = [text for _, text in law.lines()]
    pages = [lines[start:start + 30] for start in range(0, len(lines), 30)]
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    objects[3] = (b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
                  b"/DescendantFonts [4 0 R] >>")
    objects[4] = (b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
                  b"/Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>")
    objects[5] = (b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
                  b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
    objects[6] = stream(b"/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray "
                        b"/BitsPerComponent 8 /Filter /FlateDecode", zlib.compress(bytes(range(64)) * 64))
    places = []
    for count, words in enumerate(pages):
        place = 10 + 2 * count
        places.append(f"{place} 0 R")
        objects[place] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 842] /Contents {place + 1} 0 R /Resources "
                          "<< /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >> >>").encode()
        drawn = b"q 1400 0 0 842 0 0 cm /I1 Do Q" if scanned else b"BT /F1 10 Tf 14 TL 40 800 Td\n" + b"".join(
            b"<" + word.encode("utf-16-be").hex().encode() + b"> Tj T*\n" for word in words) + b"ET"
        objects[place + 1] = drawn
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(places)}] /Count {len(places)} >>".encode()
    lock, extra = None, b""
    if password:
        lock, entry = locked(password)
        objects[7] = entry
        extra = b" /Encrypt 7 0 R /ID [<00000000000000000000000000000000> <00000000000000000000000000000000>]"
    for place in range(11, 11 + 2 * len(pages), 2):
        data = objects[place]
        objects[place] = stream(b"", rc4(hashlib.md5(lock + struct.pack("<I", place)[:3] + b"\0\0").digest()[:10], data)
                                if lock else data)
    out, starts = b"%PDF-1.4\n", {}
    for number in sorted(objects):
        starts[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    size, table = max(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % starts[n] if n in starts else b"0000000000 00000 f \n" for n in range(1, size))
    return out + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, extra, table)


def stream(entries, data):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def locked(password):
    """The key and the entry of the standard handler, revision 2 (ISO 32000-1, 7.6.3)."""
    padded = (password.encode("latin-1") + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + bytes(16)).digest()[:5]
    user = rc4(key, PADDING)
    return key, b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (owner.hex().encode(), user.hex().encode())


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
