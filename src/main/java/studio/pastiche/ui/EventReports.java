package studio.pastiche.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.NotEnoughMemoryException;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.torch.TorchException;
import studio.pastiche.ui.attention.Attention;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.PaintingEvent;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.text.Texts;

/// Says in the window what happens to a painting.
final class EventReports {
  private static final Logger LOG = LoggerFactory.getLogger(EventReports.class);

  private EventReports() {}

  static void report(Painting painting, Notices notices, Attention attention, Texts texts) {
    painting
        .phase()
        .addListener(
            (_, _, phase) -> {
              if (phase == Phase.STARTING) {
                notices.settle(Notice.Topic.PAINTING);
              }
            });
    painting.onEvent(
        event -> {
          switch (event) {
            case PaintingEvent.Ended ended -> ended(ended.end(), notices, attention, texts);
            case PaintingEvent.Failed failed -> {
              failed(failed.problem(), painting, notices, texts);
              attention.call(texts.get("notice.failed"), "");
            }
            case PaintingEvent.NotKept notKept ->
                notices.error(
                    Notice.Topic.PAINTING,
                    texts.get("notice.not-kept"),
                    texts.said(notKept.problem()));
            case PaintingEvent.StateNotKept notKept ->
                notices.error(
                    Notice.Topic.PAINTING,
                    texts.get("notice.state-not-kept"),
                    texts.get("notice.state-not-kept.why", texts.said(notKept.problem())));
            case PaintingEvent.NotWritten notWritten ->
                notices.error(
                    Notice.Topic.SAVING,
                    texts.get("notice.not-written"),
                    texts.said(notWritten.problem()));
            case PaintingEvent.ThinnedOut _ ->
                notices.warn(texts.get("notice.thinned-out"), texts.get("notice.thinned-out.why"));
            case PaintingEvent.LevelledOff levelled ->
                notices.done(
                    texts.get("notice.levelled-off", levelled.stage().number() + 1),
                    texts.get(
                        "notice.levelled-off.why",
                        levelled.iteration(),
                        levelled.stage().iterations()));
            case PaintingEvent.Recovered recovered -> {
              if (!recovered.recovery().gaveUp()) {
                notices.warn(
                    texts.get("notice.recovered"),
                    texts.get(
                        "notice.recovered.why",
                        String.valueOf((float) recovered.recovery().learningRate())));
              }
            }
          }
        });
  }

  private static void ended(RunResult.End end, Notices notices, Attention attention, Texts texts) {
    switch (end) {
      case FINISHED -> {
        notices.done(texts.get("notice.finished"), texts.get("notice.finished.next"));
        attention.call(texts.get("notice.finished"), texts.get("notice.finished.next"));
      }
      case NOT_FINITE -> {
        notices.error(
            Notice.Topic.PAINTING, texts.get("notice.gave-up"), texts.get("notice.gave-up.why"));
        attention.call(texts.get("notice.gave-up"), texts.get("notice.gave-up.why"));
      }
      case STOPPED -> {
        // The artist did it, and sees it.
      }
    }
  }

  private static void failed(Throwable problem, Painting painting, Notices notices, Texts texts) {
    LOG.error("The painting failed", problem);
    if (problem instanceof NotEnoughMemoryException tooLarge) {
      notices.error(
          Notice.Topic.PAINTING,
          texts.get("notice.too-large"),
          texts.said(problem),
          offer(tooLarge.fitting(), painting, texts));
    } else if (problem instanceof OutOfMemoryError
        || (problem instanceof TorchException torch && torch.outOfMemory())) {
      notices.error(
          Notice.Topic.PAINTING,
          texts.get("notice.memory-ended"),
          texts.get("notice.memory-ended.why"),
          problem,
          offer(smaller(painting), painting, texts));
    } else {
      notices.error(
          Notice.Topic.PAINTING, texts.get("notice.failed"), texts.said(problem), problem);
    }
  }

  /// Half the pixels: as the pyramid's stage before, which did fit.
  private static int smaller(Painting painting) {
    int size = (int) (painting.settings().size().get() / Math.sqrt(2)) / 16 * 16;
    return size < Schedule.MIN_SIZE ? 0 : size;
  }

  /// To set a size, where there is one.
  private static Notice.Offer[] offer(int size, Painting painting, Texts texts) {
    return size == 0
        ? new Notice.Offer[0]
        : new Notice.Offer[] {
          new Notice.Offer(
              texts.get("foot.smaller", String.valueOf(size)),
              () -> painting.settings().size().set(size))
        };
  }
}
