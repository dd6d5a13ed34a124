import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.DatasetsApi;
import client.api.MeApi;
import client.api.ReviewApi;
import client.api.RulesApi;
import client.api.RunsApi;
import client.api.UsersApi;
import client.model.Advice;
import client.model.DecisionRequest;
import client.model.ListedDataset;
import client.model.PostedRun;
import client.model.PostedTexts;
import client.model.QueueItem;
import client.model.Run;
import client.model.TrialAnswerChecked;
import client.model.UserDetail;
import client.model.UserList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a program does with the client that is generated from the specification; says what it saw, a line each. */
public final class ClientSession {

    private final List<String> seen = new ArrayList<>();
    private final ApiClient service = new ApiClient();

    private ClientSession(String address, String token) {
        service.updateBaseUri(address);
        service.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    public static List<String> run(String address, String token, String dataset) throws Exception {
        ClientSession session = new ClientSession(address, token);
        session.look(dataset);
        session.decide(dataset);
        session.tryRules();
        session.make();
        session.fail();
        return session.seen;
    }

    private void look(String dataset) throws ApiException {
        seen.add("role " + new MeApi(service).me().getRole());
        for (ListedDataset listed : new DatasetsApi(service).listDatasets(50, null).getItems()) {
            if (listed.getName().equals(dataset)) {
                seen.add("dataset " + listed.getStatus() + " " + listed.getUsers());
            }
        }
        UsersApi users = new UsersApi(service);
        UserList found = users.findUsers(dataset, null, null, null, null, null, null, null, null, List.of("true"), null,
                null, null, null, null, null, null, null, null, null, null, 1.0, null, null, "-confidence", 3, null);
        seen.add("users " + found.getItems().size() + " of " + found.getTotal());
        String id = found.getItems().get(0).getUserId();
        UserDetail user = users.readUser(dataset, id, null);
        seen.add("user " + user.getUserId().equals(id) + " " + user.getPersona().equals(found.getItems().get(0).getPersona()));
        seen.add("accounts " + !users.accounts(dataset, id, null).getItems().isEmpty());
        seen.add("transactions " + users.transactions(dataset, id, null, null, null, null, null, null, null, null, 7)
                .getItems().size());
        seen.add("advice " + users.recommendations(dataset, id, null).getItems().stream()
                .anyMatch(it -> it.getStatus().equals("pending")));
    }

    private void decide(String dataset) throws ApiException {
        ReviewApi review = new ReviewApi(service);
        QueueItem first = review.listRecommendations(dataset, Set.of("pending"), null, null, null, null, null, null, null,
                "priority", 1, null).getItems().get(0);
        ApiResponse<Advice> read = review.readRecommendationWithHttpInfo(dataset, first.getRecommendationId());
        String tag = read.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().get(0)).findFirst().orElseThrow();
        Advice decided = review.decide(dataset, first.getRecommendationId(),
                new DecisionRequest().decision(DecisionRequest.DecisionEnum.APPROVE).note("by a program"), tag);
        seen.add("decided " + decided.getStatus() + " " + decided.getVersion());
    }

    private void tryRules() throws ApiException {
        TrialAnswerChecked checked = new RulesApi(service).checkRules(new PostedTexts(), 60);
        seen.add("errors " + checked.getCheck().getErrors());
    }

    private void make() throws Exception {
        RunsApi runs = new RunsApi(service);
        Run ordered = runs.startRun(new PostedRun().scenario("demo").dataset("made-by-client")
                .overrides(Map.of("days", 60)), "client-1");
        Run run = ordered;
        while (Set.of("queued", "running").contains(run.getStatus())) {
            Thread.sleep(50);
            run = runs.readRun(ordered.getId());
        }
        seen.add("run " + run.getStatus() + " " + run.getDays());
    }

    private void fail() {
        try {
            new DatasetsApi(service).readDataset("nothing");
        } catch (ApiException problem) {
            seen.add("problem " + problem.getCode() + " "
                    + problem.getResponseBody().replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"));
        }
    }
}
