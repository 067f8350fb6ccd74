package studio.pastiche.engine;

/// Hears of a run, on the thread that paints. What takes long here holds the painting up.
public interface RunListener {
  /// A stage begins.
  default void stageStarted(Stage stage, int stages) {}

  /// A tuning asked for another number of iterations; this is the plan from now on.
  default void replanned(Pyramid plan) {}

  /// A stage ends before all of its iterations are painted, as the shown picture's distance hardly
  /// falls any more.
  ///
  /// @param iteration that was its last
  default void levelledOff(Stage stage, int iteration) {}

  /// An iteration is done.
  void painted(Painted painted);

  /// A loss or gradient was not finite, and the run went back.
  default void recovered(Recovery recovery) {}

  /// Memory ran out, and the stage begins anew from its present image in smaller tiles.
  ///
  /// @param recipe with them
  default void smallerTiles(Recipe recipe) {}

  /// The run waits; it goes on by [Run#resume()].
  default void paused() {}

  /// The run goes on after a pause.
  default void resumed() {}

  /// What happened when a loss or gradient was not finite.
  ///
  /// @param at where
  /// @param learningRate from now on; half of what it was
  /// @param gaveUp whether it was the third time, so that the run ends with the last good picture
  record Recovery(Moment at, double learningRate, boolean gaveUp) {}
}
