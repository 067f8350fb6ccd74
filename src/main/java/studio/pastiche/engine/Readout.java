package studio.pastiche.engine;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Brings rows off the device, span by span.
///
/// @param scope that each span's tensors live in
record Readout(Program program, Scope scope) {
  /// All numbers, 3×H×W.
  ///
  /// @param spans what to go through the picture by
  float[] numbers(Rows rows, List<Planes.Span> spans) {
    if (spans.size() == 1) {
      try (Scope passing = scope.inner()) {
        return rows.rows(passing, 0, rows.height()).tensor().toFloats();
      }
    }
    int pixels = rows.width() * rows.height();
    float[] numbers = new float[3 * pixels];
    for (Planes.Span span : spans) {
      try (Scope passing = scope.inner()) {
        int count = (span.bottom() - span.top()) * rows.width();
        FloatBuffer some =
            rows.rows(passing, span.top(), span.bottom())
                .tensor()
                .memory()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int plane = 0; plane < 3; plane++) {
          some.get(plane * count, numbers, plane * pixels + span.top() * rows.width(), count);
        }
      }
    }
    return numbers;
  }

  /// A picture for the screen.
  ///
  /// @param spans what to go through the picture by
  Frame frame(Rows rows, List<Planes.Span> spans) {
    int[] argb = new int[rows.width() * rows.height()];
    for (Planes.Span span : spans) {
      try (Scope passing = scope.inner()) {
        Tensor some = rows.rows(passing, span.top(), span.bottom()).tensor();
        byte[] planes = program.callForOne(passing, "bytes", some).toBytes();
        Frame.put(planes, span.top(), rows.width(), argb);
      }
    }
    return new Frame(rows.width(), rows.height(), argb);
  }
}
