"""Which versions of a room have been told, so that none is left out and none comes twice."""

from collections.abc import Collection
from dataclasses import dataclass, field

# A version whose news is still under way is waited for so many seconds; after that anything may have changed.
PATIENCE = 0.3


@dataclass(frozen=True)
class Tile:
    """The step of a room from one version to a later one, and the parts that changed; `None` is all of them."""

    after: int
    upto: int
    parts: frozenset[str] | None


@dataclass
class Tiles:
    """Tiles lie side by side: each begins where the last one ended.

    News comes from several threads and processes, so it may come late, twice, out of order, or never. A version that was
    only read in the database (`reached`) has no news of its own: when none comes, the tile that covers it has all parts.
    """

    laid: int
    _heard: dict[int, str] = field(default_factory=dict)
    _top: int = 0
    _missing_since: float | None = None

    def hear(self, version: int, *, part: str) -> None:
        """The room came to this version, because this part changed."""
        if version > self.laid:
            self._heard[version] = part
            self._top = max(self._top, version)

    def reached(self, version: int) -> None:
        """The room has come to this version at least."""
        self._top = max(self._top, version)

    @property
    def is_behind(self) -> bool:
        return self._top > self.laid

    def take(self, *, at: float) -> Tile | None:
        """The next tile, if one can be laid at this moment (seconds of any steady clock)."""
        upto = self.laid
        while upto + 1 in self._heard:
            upto += 1
        if upto > self.laid:
            return self._lay(upto, parts={self._heard[version] for version in range(self.laid + 1, upto + 1)})
        if not self.is_behind:
            return None
        if self._missing_since is None:
            self._missing_since = at
        if at - self._missing_since < PATIENCE:
            return None
        return self._lay(self._top, parts=None)

    def _lay(self, upto: int, *, parts: Collection[str] | None) -> Tile:
        tile = Tile(after=self.laid, upto=upto, parts=None if parts is None else frozenset(parts))
        self.laid = upto
        self._missing_since = None
        self._heard = {version: part for version, part in self._heard.items() if version > upto}
        return tile
