package studio.pastiche.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything a session holds at a moment. The pixels of its snapshots stay on disk.
///
/// @param content the photo in the well, if any
/// @param styles the paintings in the wells, with their shares
/// @param settings of the window, by their keys
/// @param branches in the order of their beginning
/// @param snapshots in the order of their being kept
/// @param autosave the newest picture and state of the run in progress, if any; it is no snapshot
///   of the artist's
/// @param painting the number of the branch that was being painted, or 0
/// @param file the project's file, or null where it was never saved
public record Document(
    @Nullable InputPicture content,
    List<Style> styles,
    SortedMap<String, String> settings,
    List<Branch> branches,
    List<Snapshot> snapshots,
    @Nullable Snapshot autosave,
    int painting,
    @Nullable Path file) {
  /// A painting in a well.
  ///
  /// @param share against the other paintings' shares
  public record Style(InputPicture input, double share) {}

  public Document {
    styles = List.copyOf(styles);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    branches = List.copyOf(branches);
    snapshots = List.copyOf(snapshots);
  }

  /// A document with nothing in it.
  public static Document empty() {
    return new Document(null, List.of(), new TreeMap<>(), List.of(), List.of(), null, 0, null);
  }

  /// The same as what a project's file holds: nothing of a run in progress.
  Document asProject() {
    return with(snapshots).in(null);
  }

  /// The same, belonging to a project's file.
  public Document in(@Nullable Path project) {
    return new Document(
        content, styles, settings, branches, snapshots, autosave, painting, project);
  }

  /// The same with other snapshots, and nothing in progress.
  public Document with(List<Snapshot> others) {
    return new Document(content, styles, settings, branches, others, null, 0, file);
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
    int highest = snapshots.stream().mapToInt(Snapshot::id).max().orElse(0);
    return autosave == null ? highest : Math.max(highest, autosave.id());
  }
}
