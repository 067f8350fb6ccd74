import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A picture's rows, worked on by every core; no row may read what another writes, so that the
/// result does not depend on their order.
final class Rows {
  private Rows() {}

  static void inParallel(int rows, IntConsumer body) {
    IntStream.range(0, rows).parallel().forEach(body);
  }
}
