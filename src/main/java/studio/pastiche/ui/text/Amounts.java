package studio.pastiche.ui.text;

import java.util.Locale;

/// Times and sizes as people say them.
public final class Amounts {
  private final Texts texts;

  public Amounts(Texts texts) {
    this.texts = texts;
  }

  /// A time, to the second, the minute, or from an hour and a half on to hours and minutes.
  public String time(double seconds) {
    long whole = Math.round(seconds);
    long minutes = Math.round(seconds / 60.0);
    if (minutes > 90) {
      return texts.get("amount.hours", String.valueOf(minutes / 60), String.valueOf(minutes % 60));
    }
    return whole < 100
        ? texts.get("amount.seconds", String.valueOf(whole))
        : texts.get("amount.minutes", String.valueOf(minutes));
  }

  /// A time that was only estimated: no more digits than are worth anything.
  public String roughTime(double seconds) {
    double step = seconds < 20 ? 5 : seconds < 100 ? 10 : 60;
    return texts.get("amount.about", time(Math.max(step, Math.round(seconds / step) * step)));
  }

  /// Memory, in MB or GB of 1024³ bytes, as systems count it.
  public String memory(long bytes) {
    double mb = bytes / 1048576.0;
    return mb < 1024 ? megabytes(mb) : gigabytes(mb / 1024);
  }

  /// Disk space, in MB or GB of 10⁹ bytes, as disks are sold.
  public String disk(long bytes) {
    double mb = bytes / 1e6;
    return mb < 1000 ? megabytes(mb) : gigabytes(mb / 1000);
  }

  /// A number of which two digits are enough.
  public static String figure(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
  }

  private String megabytes(double mb) {
    return texts.get("amount.mb", figure(mb));
  }

  private String gigabytes(double gb) {
    return texts.get("amount.gb", String.format(Locale.ROOT, "%.1f", gb));
  }
}
