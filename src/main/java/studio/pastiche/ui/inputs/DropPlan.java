package studio.pastiche.ui.inputs;

/// What a drop would do, said before it is done.
///
/// @param place where it would be dropped
/// @param content whether it would bring the photo
/// @param styles whether it would bring paintings
/// @param key of the words that say so; of a refusal, `key.why` says what to do
public record DropPlan(Place place, boolean content, boolean styles, String key) {
  /// Whether nothing would change.
  public boolean refused() {
    return !content && !styles;
  }

  /// @param photo whether there is a photo
  /// @param painting whether something is being painted, when pictures can't change
  static DropPlan of(Place place, Dragged dragged, boolean photo, boolean painting) {
    return switch (dragged) {
      case Dragged.Unusable(Dragged.Reason reason) ->
          new DropPlan(place, false, false, reason.key());
      case Dragged.Unknown _ -> new DropPlan(place, false, false, Dragged.Reason.TEXT.key());
      case Dragged.Project _ -> new DropPlan(place, true, true, "drop.project");
      case Dragged _ when painting -> new DropPlan(place, false, false, "notice.painting-now");
      case Dragged.Pictures(var files) -> of(place, files.size(), photo);
      case Dragged.Web _, Dragged.Pixels _ -> of(place, 1, photo);
    };
  }

  private static DropPlan of(Place place, int pictures, boolean photo) {
    return switch (place) {
      case Place.Content _ -> content(place, pictures);
      case Place.Styles _ -> styles(place, pictures);
      case Place.Style _ ->
          pictures == 1
              ? new DropPlan(place, false, true, "drop.replace")
              : styles(place, pictures);
      case Place.Window _ ->
          pictures == 2 || !photo ? content(place, pictures) : styles(place, pictures);
    };
  }

  private static DropPlan content(Place place, int pictures) {
    return switch (pictures) {
      case 1 -> new DropPlan(place, true, false, "drop.content");
      case 2 -> new DropPlan(place, true, true, "drop.pair");
      default -> new DropPlan(place, true, true, "drop.content-and-styles");
    };
  }

  private static DropPlan styles(Place place, int pictures) {
    return new DropPlan(place, false, true, pictures == 1 ? "drop.style" : "drop.styles");
  }
}
