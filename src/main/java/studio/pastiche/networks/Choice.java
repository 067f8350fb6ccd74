package studio.pastiche.networks;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a name or a file's name stands for.
public sealed interface Choice {
  /// The file that it is read from, or null for the built-in one.
  @Nullable Path file();

  /// The network that comes with Pastiche.
  record BuiltIn() implements Choice {
    @Override
    public @Nullable Path file() {
      return null;
    }
  }

  /// One that is kept on this machine.
  record Kept(StoredNetwork network) implements Choice {
    @Override
    public Path file() {
      return network.file();
    }
  }

  /// A weight file of the user's.
  record WeightFile(Path file) implements Choice {}
}
