package studio.pastiche.engine;

import java.util.List;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// What a run keeps of a whole picture, such as the image or a moment of Adam's: on the device, or
/// where that is too much, in a file. All zero at first.
sealed interface Planes extends Rows, AutoCloseable permits DevicePlanes, FilePlanes {
  /// Some rows of a picture: from `top` to `bottom`.
  record Span(int top, int bottom) {}

  /// What to go through the picture by, from the top: all at once on the device.
  List<Span> spans();

  /// Takes the place of the rows that the band has; on the device, of all rows. The band's tensor
  /// belongs to the planes from now on where they are on the device.
  void put(Band band);

  /// Makes all of it zero.
  void clear();

  /// Others of this size, in the same kind of place.
  Planes another();

  /// Whether it takes none of the device's memory.
  boolean inFile();

  @Override
  void close();

  /// All of it as one tensor, which stays the planes' own.
  ///
  /// @throws IllegalStateException where it is in a file
  Tensor whole();

  /// Puts what is computed of the rows of some planes, span by span.
  ///
  /// @param scope that each span's tensors live in
  default void fill(Scope scope, Computed computed) {
    for (Span span : spans()) {
      try (Scope passing = scope.inner()) {
        put(new Band(computed.rows(passing, span), span.top()));
      }
    }
  }

  /// The rows of a span, exactly.
  @FunctionalInterface
  interface Computed {
    Tensor rows(Scope scope, Span span);
  }
}
