package studio.pastiche.ui.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraggedTest {
  private static final Path PHOTO = Path.of("photo.jpg");

  @Test
  void filesArePictures() {
    assertEquals(
        new Dragged.Pictures(List.of(PHOTO)), Dragged.of(board(List.of(PHOTO), null, null, null)));
  }

  @Test
  void aFolderAmongTheFilesIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    assertEquals(
        new Dragged.Unusable(Dragged.Reason.FOLDER),
        Dragged.of(board(List.of(file, folder), null, null, null)));
  }

  @Test
  void dozensOfFilesAreRefused() {
    assertEquals(
        new Dragged.Unusable(Dragged.Reason.TOO_MANY),
        Dragged.of(board(Collections.nCopies(36, PHOTO), null, null, null)));
  }

  @Test
  void aPictureInALinkIsThePictureNotWhatTheLinkLeadsTo() {
    String html =
        "<a href=\"https://a.org/page\"><IMG alt='x' src='https://b.org/p.jpg?a=1&amp;b'>";
    assertEquals(
        new Dragged.Web(URI.create("https://b.org/p.jpg?a=1&b")),
        Dragged.of(board(List.of(), html, "https://a.org/page", null)));
  }

  @Test
  void anAddressIsFetchedHoweverItComes() {
    Dragged web = new Dragged.Web(URI.create("http://a.org/my%20photo.jpg"));
    assertEquals(web, Dragged.of(board(List.of(), null, "http://a.org/my photo.jpg", null)));
    assertEquals(web, Dragged.of(board(List.of(), null, null, " http://a.org/my photo.jpg\nMine")));
  }

  @Test
  void anAddressOfAFileIsThatFile(@TempDir Path folder) {
    Path file = folder.resolve("photo.jpg");
    assertEquals(
        new Dragged.Pictures(List.of(file)),
        Dragged.of(board(List.of(), null, file.toUri().toString(), null)));
  }

  @Test
  void textIsRefusedAndStrangeAddressesAreText() {
    Dragged text = new Dragged.Unusable(Dragged.Reason.TEXT);
    assertEquals(text, Dragged.of(board(List.of(), null, null, "a photo of a lake")));
    assertEquals(text, Dragged.of(board(List.of(), null, "ftp://a.org/photo.jpg", null)));
    assertEquals(text, Dragged.of(board(List.of(), null, "http:///photo.jpg", null)));
    assertEquals(text, Dragged.of(board(List.of(), "<b>bold</b>", null, null)));
  }

  @Test
  void whatIsNothingWeKnowIsLeftAlone() {
    assertEquals(new Dragged.Unknown(), Dragged.of(board(List.of(), null, null, null)));
  }

  @Test
  void pixelsWithoutAnAddressAreTaken() {
    assertEquals(
        new Dragged.Pixels(),
        Dragged.of(new Dragged.Board(List.of(), null, null, "lake.jpg", true)));
  }

  @Test
  void toTheWindowAPictureGoesWhereOneIsMissing() {
    assertEquals("drop.content", plan(new Place.Window(), 1, false).key());
    assertEquals("drop.style", plan(new Place.Window(), 1, true).key());
  }

  @Test
  void twoToTheWindowAreAlwaysPhotoAndPainting() {
    for (boolean photo : List.of(true, false)) {
      DropPlan plan = plan(new Place.Window(), 2, photo);
      assertEquals("drop.pair", plan.key());
      assertTrue(plan.content() && plan.styles());
    }
  }

  @Test
  void aWellTakesWhatItIsFor() {
    assertEquals("drop.content", plan(new Place.Content(), 1, true).key());
    assertEquals("drop.styles", plan(new Place.Styles(), 2, false).key());
    assertFalse(plan(new Place.Styles(), 1, false).content());
  }

  @Test
  void nothingIsTakenWhileItPaints() {
    DropPlan plan =
        DropPlan.of(new Place.Window(), new Dragged.Pictures(List.of(PHOTO)), true, true);
    assertTrue(plan.refused());
    assertEquals("notice.painting-now", plan.key());
  }

  private static DropPlan plan(Place place, int files, boolean photo) {
    return DropPlan.of(
        place, new Dragged.Pictures(Collections.nCopies(files, PHOTO)), photo, false);
  }

  private static Dragged.Board board(
      List<Path> files, @Nullable String html, @Nullable String url, @Nullable String text) {
    return new Dragged.Board(files, html, url, text, false);
  }
}
