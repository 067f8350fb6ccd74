package studio.pastiche.ui.task;

import java.util.function.Consumer;
import studio.pastiche.session.Snapshot;

/// Someone waits for a snapshot, and is told one of these three on the JavaFX thread.
///
/// @param withState whether the run's state is to be kept beside it
/// @param kept is told of the snapshot
/// @param notKept is told why there is none
/// @param nothing is told that nothing was painted yet
public record Wish(
    boolean withState,
    Consumer<? super Snapshot> kept,
    Consumer<? super Throwable> notKept,
    Runnable nothing) {}
