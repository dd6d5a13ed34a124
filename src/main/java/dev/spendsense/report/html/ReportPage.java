package dev.spendsense.report.html;

import dev.spendsense.report.Report;
import dev.spendsense.text.Markup;

/** A report as one page of HTML that needs nothing beside itself. */
public final class ReportPage {

    private static final String PAGE = "report.html";
    private static final String STYLE = "report.css";

    private final Report report;

    public ReportPage(Report report) {
        this.report = report;
    }

    /** The page; it is well-formed XML, too. */
    public String html() {
        Titles titles = new Titles(report.personas());
        DatasetList datasets = new DatasetList(report.datasets());
        CalibrationFigures calibration = new CalibrationFigures(report.calibration(), titles);
        DetectionFigures detection = new DetectionFigures(report.detection(), titles);
        return Template.named(PAGE)
                .fill("title", Markup.text(datasets.title()))
                .fill("style", Template.resource(STYLE))
                .fill("datasets", datasets.lines())
                .fill("headline", new HeadlineCards(report).element())
                .fill("targets", new TargetTable(report.targets(), titles).element())
                .fill("confusion", new HeatMap(report.accuracy().atTheEnd().confusion(), titles).element())
                .fill("scores", new ScoreChart(report.accuracy().atTheEnd().personas(), titles).element())
                .fill("looks", new LooksSentence(report.accuracy()).element())
                .fill("reliability", calibration.curves())
                .fill("calibration-figures", calibration.figures())
                .fill("intensity", new IntensityPlots(report.intensity(), titles).element())
                .fill("noticing", detection.noticing())
                .fill("forgetting", detection.forgetting())
                .fill("flips", detection.flips())
                .fill("mistakes", new MistakeCards(report.mistakes().worst(), report.datasets(), titles).element())
                .fill("fairness", new FairnessCharts(report.fairness(), titles).element())
                .fill("realism", new RealismFigures(report.realism()).element())
                .fill("integrity", new IntegrityTable(report.integrity()).element())
                .fill("origins", datasets.origins())
                .html();
    }
}
