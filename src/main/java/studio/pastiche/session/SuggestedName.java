package studio.pastiche.session;

import studio.pastiche.engine.Recipe;
import studio.pastiche.file.FileNames;

/// Names to begin with for files of what was painted, without an extension.
public final class SuggestedName {
  private SuggestedName() {}

  /// Such as `lake-swirls`: the content image painted like the first style image.
  public static String of(Recipe recipe) {
    return FileNames.stem(recipe.inputs().content().name())
        + "-"
        + FileNames.stem(recipe.inputs().styles().getFirst().name());
  }

  /// As that of its recipe, with the iteration where its run went on.
  public static String of(Snapshot snapshot) {
    return of(snapshot.recipe())
        + (snapshot.mark().last() ? "" : "-" + snapshot.mark().iteration());
  }
}
