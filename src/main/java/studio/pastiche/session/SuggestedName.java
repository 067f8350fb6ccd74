package studio.pastiche.session;

import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.FileNames;

/// Names to begin with for files of what was painted, without an extension. They come from the
/// names of pictures, which may be from the web or from another system; every file system takes
/// them.
public final class SuggestedName {
  private SuggestedName() {}

  /// That of a picture that was painted from.
  public static String of(PictureReference picture) {
    return FileNames.usable(FileNames.stem(picture.name()));
  }

  /// Such as `lake-swirls`: the content image painted like the first style image.
  public static String of(Recipe recipe) {
    return of(recipe.inputs().content()) + "-" + of(recipe.inputs().styles().getFirst());
  }

  /// As that of its recipe, with the iteration where its run went on.
  public static String of(Snapshot snapshot) {
    return of(snapshot.recipe())
        + (snapshot.mark().last() ? "" : "-" + snapshot.mark().iteration());
  }
}
