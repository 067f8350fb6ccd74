package studio.pastiche.ui.inputs;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.WebPicture;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Does with what was dropped what its plan says: files are read, a picture on the web is fetched,
/// and what is no picture is explained and changes nothing.
public final class Drops {
  private final Painting painting;
  private final InputLoader loader;
  private final Consumer<Path> projects;
  private final WebPicture web;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  /// @param projects opens a project
  public Drops(
      Painting painting,
      InputLoader loader,
      Consumer<Path> projects,
      WebPicture web,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.loader = loader;
    this.projects = projects;
    this.web = web;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// What would happen.
  DropPlan plan(Place place, Dragged dragged) {
    return DropPlan.of(
        place, dragged, painting.content().get() != null, painting.phase().get().busy());
  }

  /// Does it, or says why not.
  ///
  /// @param pixels gives the pixels where there is no file
  /// @return whether it was taken
  boolean take(Dragged dragged, Place place, Supplier<@Nullable Image> pixels) {
    DropPlan plan = plan(place, dragged);
    if (plan.refused()) {
      notices.warn(
          texts.get(plan.key()),
          texts.get(plan.key() + ".why", String.valueOf(Dragged.MOST_FILES)));
      return false;
    }
    switch (dragged) {
      case Dragged.Project(Path file) -> projects.accept(file);
      case Dragged.Pictures(var files) -> loader.bring(place, files);
      case Dragged.Web(URI address) -> fetch(address, place);
      case Dragged.Pixels _ -> loader.pixels(place, pixels.get());
      case Dragged.Unusable _, Dragged.Unknown _ -> {
        // Refused above.
      }
    }
    return true;
  }

  /// Fetches apart from other work: a server may take its time.
  private void fetch(URI address, Place place) {
    Consumer<InputPicture> into = loader.awaiting(place);
    String name = WebPicture.nameOf(address);
    AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});
    Notice working =
        notices.working(
            texts.get("drop.fetching", name),
            address.getHost() == null ? "" : address.getHost(),
            new Notice.Offer(texts.get("dialog.cancel"), () -> cancel.get().run()));
    cancel.set(
        background.apart(
            "download",
            () -> InputPicture.read(web.fetch(address), name),
            picture -> {
              notices.withdraw(working);
              into.accept(picture);
            },
            problem -> {
              notices.withdraw(working);
              notices.error(texts.get("drop.not-fetched"), texts.said(problem));
            }));
  }
}
