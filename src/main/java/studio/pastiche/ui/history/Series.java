package studio.pastiche.ui.history;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import studio.pastiche.session.LossTrace.Point;

/// The curves of the loss chart, in the order in which they are drawn.
enum Series {
  SMOOTHNESS("loss.smoothness", Point::smoothness),
  CONTENT("loss.content", Point::content),
  STYLE("loss.style", Point::style),
  TOTAL("loss.total", Point::total);

  private final String key;
  private final ToDoubleFunction<Point> value;

  Series(String key, ToDoubleFunction<Point> value) {
    this.key = key;
    this.value = value;
  }

  double of(Point point) {
    return value.applyAsDouble(point);
  }

  /// Of its words; `key.tip` explains it.
  String key() {
    return key;
  }

  String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
