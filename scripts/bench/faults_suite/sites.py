"""Where each fault lives: an address of the loopback network of its own, so that politeness to one host delays no other."""
from dataclasses import dataclass

from .fault import Fault
from .law import Law, law

PORT, TLS_PORT, CANARY_PORT = 8077, 8443, 80
NETWORK = "127.1.0.0/16"
"""All sites; what lies outside is out of bounds for the tool that is tested."""
FAR = "127.1.250.1"
"""Another site altogether, which redirects lead to."""
CANARIES = ("127.0.0.1", "::1", "169.254.169.254", "10.66.6.6")
DOMAIN = "law.test"


@dataclass(frozen=True)
class Site:
    """The address at which one fault shows, and the law that stands there."""

    index: int
    fault: Fault
    first: Law
    """The law as enacted."""

    @property
    def name(self):
        """Of the fault."""
        return self.fault.name

    @property
    def address(self):
        """In the loopback network."""
        return f"127.1.{self.index // 200}.{self.index % 200 + 1}"

    @property
    def host(self):
        """How it is called in its URL."""
        return f"{self.name.replace('.', '-')}.{DOMAIN}" if self.fault.named else self.address

    @property
    def url(self):
        """Of the law."""
        secure = self.fault.tls is not None
        return f"{'https' if secure else 'http'}://{self.host}:{TLS_PORT if secure else PORT}/law.html"

    @property
    def before(self):
        """The law in force when all begins."""
        return self.fault.base(self.first) if self.fault.base else self.first

    @property
    def since(self):
        """The law in force since the night of the fault."""
        return self.fault.amend(self.before) if self.fault.is_control else self.before


def sites(faults):
    """One site for each fault; its law and address do not depend on which others there are."""
    return [Site(index, fault, law(index)) for index, fault in faults]
