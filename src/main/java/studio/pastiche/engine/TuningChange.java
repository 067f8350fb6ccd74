package studio.pastiche.engine;

/// A tuning that took effect at a moment of a run. Kept in the recipe, so that the run can be
/// repeated.
///
/// @param at the iteration that it ruled first
/// @param recoveries how often the run had gone back by then: an iteration that is tried again may
///   be tuned in between
/// @param tuning from then on
public record TuningChange(Moment at, int recoveries, Tuning tuning) {
  /// A tuning of a run that has never gone back.
  public TuningChange(Moment at, Tuning tuning) {
    this(at, 0, tuning);
  }
}
