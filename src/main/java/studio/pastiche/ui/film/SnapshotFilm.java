package studio.pastiche.ui.film;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.film.FilmPictures;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;

/// Snapshots as the pictures of a film, read one at a time.
///
/// @param store that has their pixels
/// @param photo to begin with, or null
/// @param snapshots in the order of the film, at least one
record SnapshotFilm(SnapshotStore store, @Nullable Picture photo, List<Snapshot> snapshots)
    implements FilmPictures {
  SnapshotFilm {
    snapshots = List.copyOf(snapshots);
  }

  @Override
  public int count() {
    return snapshots.size() + (photo == null ? 0 : 1);
  }

  @Override
  public Picture at(int index) throws IOException {
    if (photo == null) {
      return store.picture(snapshots.get(index));
    }
    return index == 0 ? photo : store.picture(snapshots.get(index - 1));
  }

  @Override
  public Size size() {
    return snapshots.getLast().mark().finalSize();
  }
}
