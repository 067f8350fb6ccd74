package studio.pastiche.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Keeps the content targets of a picture's tiles: on the device, or in a file, which then takes
/// them in float32.
final class TargetShelf implements AutoCloseable {
  private final Program program;
  private final Scope scope;
  private final @Nullable ScratchFile file;
  private final List<List<Tensor>> held = new ArrayList<>();
  private final List<List<Place>> filed = new ArrayList<>();
  private long end;

  /// Where a tensor lies in the file, in bytes.
  private record Place(long at, long[] shape) {
    static final int FLOAT = 4;

    int bytes() {
      long count = FLOAT;
      for (long side : shape) {
        count *= side;
      }
      return Math.toIntExact(count);
    }
  }

  /// @param scope that targets on the device live in
  /// @param file to keep them in, or null; this closes it
  TargetShelf(Program program, Scope scope, @Nullable ScratchFile file) {
    this.program = program;
    this.scope = scope;
    this.file = file;
  }

  /// Keeps the targets of the next tile, one for each content layer.
  void add(List<Tensor> targets) {
    if (file == null) {
      held.add(targets.stream().map(target -> target.moveTo(scope)).toList());
      return;
    }
    List<Place> places = new ArrayList<>();
    try (Scope passing = scope.inner()) {
      for (Tensor target : targets) {
        Tensor plain = program.callForOne(passing, "plain", target);
        Place place = new Place(end, plain.shape());
        file.write(plain.memory(), place.at());
        end += place.bytes();
        places.add(place);
      }
    }
    filed.add(places);
  }

  /// The targets of a tile. They belong to `passing`, or to this.
  List<Tensor> of(int tile, Scope passing) {
    if (file == null) {
      return held.get(tile);
    }
    List<Tensor> targets = new ArrayList<>();
    for (Place place : filed.get(tile)) {
      Tensor target = passing.zeros(place.shape());
      ByteBuffer memory = target.memory();
      file.read(memory, place.at());
      targets.add(target);
    }
    return targets;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
