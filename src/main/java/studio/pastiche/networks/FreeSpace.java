package studio.pastiche.networks;

import java.io.IOException;
import java.nio.file.Path;

/// How much room a disk has.
@FunctionalInterface
interface FreeSpace {
  /// @param folder one that is there
  /// @return in bytes
  long at(Path folder) throws IOException;
}
