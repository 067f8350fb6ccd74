package studio.pastiche.engine;

/// How far the steps of a stage go, and what of them is averaged.
///
/// @param first what the learning rate is multiplied by at a stage's beginning
/// @param last the same at its end; between them it falls by half a cosine
/// @param keep the running average's decay: it remembers about 1 / (1 − keep) iterates
/// @param scaled whether Adam moves the image as a sum of coarser ones
/// @param levelling whether a stage ends where it gets no further
record Steps(double first, double last, double keep, boolean scaled, boolean levelling) {
  /// One rate throughout, as Adam's authors have it.
  static final Steps PEER = new Steps(1, 1, 0.99, false, false);

  /// The same, to lay out the strokes of a small picture.
  static final Steps EVEN = new Steps(1, 1, 0.99, false, true);

  /// Wide steps that get narrow, so that a stage ends where the narrow ones lead.
  static final Steps FALLING = new Steps(1.25, 0.15, 0.9, true, true);

  /// The factor on the learning rate.
  ///
  /// @param done iterations of the stage that are done
  /// @param all of the stage
  double factor(int done, int all) {
    double way = all <= 1 ? 0 : Math.min(1, done / (all - 1.0));
    return last + (first - last) * (1 + Math.cos(Math.PI * way)) / 2;
  }
}
