package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The tunings of one run: the one that rules, the one that was asked for last, and what became of
/// those before. Only [#ask] and [#asked] may be called while the run paints.
final class Tunings {
  private final Recipe recipe;
  private final AtomicReference<Tuning> wanted;
  private final List<TuningChange> changes;
  private Tuning now;

  /// How many of the recipe's own changes have been taken.
  private int replayed;

  /// @param from the state that the run goes on from, or null where it starts
  Tunings(Recipe recipe, @Nullable RunState from) {
    this.recipe = recipe;
    now = from == null ? recipe.tuning() : from.tuning();
    wanted = new AtomicReference<>(from == null ? now : from.wanted());
    changes = new ArrayList<>(from == null ? List.of() : from.changes());
    replayed = from == null ? 0 : from.replayed();
  }

  /// Throws IllegalArgumentException where it does not fit the recipe.
  void ask(Tuning next) {
    recipe.requireFit(next);
    wanted.set(next);
  }

  Tuning asked() {
    return wanted.get();
  }

  Tuning now() {
    return now;
  }

  /// The tuning that rules the iteration to come, from now on: the recipe's own for this moment, or
  /// else what was asked for last.
  Tuning at(Moment moment, int recoveries) {
    if (replayed < recipe.changes().size()) {
      TuningChange next = recipe.changes().get(replayed);
      if (next.at().equals(moment) && next.recoveries() == recoveries) {
        wanted.set(next.tuning());
        replayed++;
      }
    }
    Tuning next = wanted.get();
    if (!next.equals(now)) {
      now = next;
      changes.add(new TuningChange(moment, recoveries, next));
    }
    return now;
  }

  /// Every tuning since the start, with its moment.
  List<TuningChange> changes() {
    return changes;
  }

  int replayed() {
    return replayed;
  }
}
