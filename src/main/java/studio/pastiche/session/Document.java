package studio.pastiche.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything a session holds at a moment. The pixels of its snapshots stay on disk.
///
/// @param content the photo in the well, if any
/// @param styles the paintings in the wells, with their shares
/// @param settings of the window, by their keys
/// @param branches in the order of their beginning
/// @param snapshots in the order of their being kept
/// @param autosaves the newest picture of the run in progress with the run's state, and a newer one
///   without where there is one; they are no snapshots of the artist's
/// @param painting the number of the branch that was being painted, or 0
/// @param file the project's file, or null where it was never saved
public record Document(
    @Nullable InputPicture content,
    List<Style> styles,
    SortedMap<String, String> settings,
    List<Branch> branches,
    List<Snapshot> snapshots,
    List<Snapshot> autosaves,
    int painting,
    @Nullable Path file) {
  /// How much time of painting may be lost for the sake of a run's state, in milliseconds.
  private static final long MOST_LOST = 30_000;

  /// A painting in a well.
  ///
  /// @param share against the other paintings' shares
  public record Style(InputPicture input, double share) {}

  public Document {
    styles = List.copyOf(styles);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    branches = List.copyOf(branches);
    snapshots = List.copyOf(snapshots);
    autosaves = List.copyOf(autosaves);
  }

  /// A document with nothing in it.
  public static Document empty() {
    return new Document(null, List.of(), new TreeMap<>(), List.of(), List.of(), List.of(), 0, null);
  }

  /// The same as what a project's file holds: nothing of a run in progress.
  Document asProject() {
    return with(snapshots).in(null);
  }

  /// The same, belonging to a project's file.
  public Document in(@Nullable Path project) {
    return new Document(
        content, styles, settings, branches, snapshots, autosaves, painting, project);
  }

  /// The same with other snapshots, and nothing in progress.
  public Document with(List<Snapshot> others) {
    return new Document(content, styles, settings, branches, others, List.of(), 0, file);
  }

  /// The pictures in the wells.
  List<InputPicture> inputs() {
    List<InputPicture> all = new ArrayList<>();
    if (content != null) {
      all.add(content);
    }
    styles.forEach(s -> all.add(s.input()));
    return all;
  }

  /// The highest id of its snapshots, or 0.
  public int highestId() {
    return kept().mapToInt(Snapshot::id).max().orElse(0);
  }

  /// Its snapshots and autosaves.
  Stream<Snapshot> kept() {
    return Stream.concat(snapshots.stream(), autosaves.stream());
  }

  /// What the run in progress can go on from, if anything: its newest picture with the run's state,
  /// with which it goes on exactly as it was; but its newest picture alone where the state was kept
  /// much earlier.
  public Optional<Snapshot> leftOff() {
    List<Snapshot> run =
        kept()
            .filter(s -> s.mark().run() == painting)
            .sorted(Comparator.comparingInt(s -> s.mark().iteration()))
            .toList();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Snapshot newest = run.getLast();
    return run.reversed().stream()
        .filter(s -> s.state() != null)
        .findFirst()
        .filter(s -> SnapshotStore.keptAt(newest) - SnapshotStore.keptAt(s) <= MOST_LOST)
        .or(() -> Optional.of(newest));
  }
}
